//! The costs of what stands beside what, in a table as small as it can be.
//!
//! mecab-ko-dic has 3,822 right contexts and 2,693 left ones, many with the same costs throughout: some 1,900 of each
//! differ. Those that do not are one here, so that the table, which the analyzer reads at every step, needs a third
//! of the memory and stands in the processor's cache for the most part. No path through a sentence costs anything else.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::Outcome;

/// Contexts of mecab-ko-dic and what they are called here.
pub struct Connections {
    /// By its number in mecab-ko-dic: the number here of a left context (what a word shows to the one before it).
    left: Vec<usize>,
    /// The same of right contexts.
    right: Vec<usize>,
    /// `costs[left][right]`, with the numbers that they have here.
    costs: Vec<Vec<i16>>,
}

impl Connections {
    /// Reads `matrix.bin`: two sizes (right, left), then a row of right contexts for each left one; 16 bits each, little endian.
    pub fn read(bytes: &[u8]) -> Outcome<Self> {
        let numbers: Vec<i16> = bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
        let [rights, lefts, costs @ ..] = numbers.as_slice() else { return Err("matrix.bin is empty".into()) };
        let (rights, lefts) = (usize::try_from(*rights)?, usize::try_from(*lefts)?);
        if costs.len() != rights * lefts {
            return Err(format!("matrix.bin: {} costs, not {rights} times {lefts}", costs.len()).into());
        }
        let (left, rows) = unlike(costs.chunks_exact(rights).map(<[i16]>::to_vec));
        let (right, columns) = unlike((0..rights).map(|at| rows.iter().map(|row| row[at]).collect::<Vec<_>>()));
        let costs = (0..rows.len()).map(|row| columns.iter().map(|column| column[row]).collect()).collect();
        Ok(Self { left, right, costs })
    }

    /// The number of a left context here.
    pub fn left(&self, number: &str) -> Outcome<String> {
        named(&self.left, number)
    }

    /// The number of a right context here.
    pub fn right(&self, number: &str) -> Outcome<String> {
        named(&self.right, number)
    }

    /// Writes mecab's `matrix.def`.
    pub fn write(&self, path: &Path) -> Outcome<()> {
        let mut out = BufWriter::new(File::create(path)?);
        writeln!(out, "{} {}", self.costs[0].len(), self.costs.len())?;
        for (left, row) in self.costs.iter().enumerate() {
            for (right, cost) in row.iter().enumerate() {
                writeln!(out, "{right} {left} {cost}")?;
            }
        }
        out.flush()?;
        Ok(())
    }
}

fn named(numbers: &[usize], number: &str) -> Outcome<String> {
    let found = numbers.get(number.parse::<usize>()?).ok_or_else(|| format!("no context has the number {number}"))?;
    Ok(found.to_string())
}

/// Which of the different lines each line is, and these in the order in which they come first: number 0, which stands
/// for the ends of a sentence, stays 0.
fn unlike(lines: impl Iterator<Item = Vec<i16>>) -> (Vec<usize>, Vec<Vec<i16>>) {
    let mut known = HashMap::new();
    let mut different = Vec::new();
    let numbers = lines
        .map(|line| {
            *known.entry(line).or_insert_with_key(|line| {
                different.push(line.clone());
                different.len() - 1
            })
        })
        .collect();
    (numbers, different)
}
