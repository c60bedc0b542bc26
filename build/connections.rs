//! The costs of what stands beside what, in a table as small as it can be.
//!
//! mecab-ko-dic has 3,822 right contexts and 2,693 left ones, many with the same costs throughout: some 1,900 of each
//! differ. Those that do not are one here, so that the table, which the analyzer reads at every step, needs a third
//! of the memory, and the contexts of common words get the first numbers, so that what is read most stands together and
//! in the processor's cache. No path through a sentence costs anything else.

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
    pub fn read(bytes: &[u8], common: &Common) -> Outcome<Self> {
        let numbers: Vec<i16> = bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
        let [rights, lefts, costs @ ..] = numbers.as_slice() else { return Err("matrix.bin is empty".into()) };
        let (rights, lefts) = (usize::try_from(*rights)?, usize::try_from(*lefts)?);
        if costs.len() != rights * lefts {
            return Err(format!("matrix.bin: {} costs, not {rights} times {lefts}", costs.len()).into());
        }
        let (left, rows) = unlike(costs.chunks_exact(rights).map(<[i16]>::to_vec), &common.left);
        let columns = (0..rights).map(|at| rows.iter().map(|row| row[at]).collect::<Vec<_>>());
        let (right, columns) = unlike(columns, &common.right);
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

/// How common each context is, by its number in mecab-ko-dic.
#[derive(Default)]
pub struct Common {
    left: HashMap<usize, f64>,
    right: HashMap<usize, f64>,
}

impl Common {
    /// Counts an entry: its cost is some 1,000 times the negative logarithm of how common it is.
    pub fn meet(&mut self, left: &str, right: &str, cost: i16) -> Outcome<()> {
        let weight = (-f64::from(cost) / 1000.0).exp();
        *self.left.entry(left.parse()?).or_default() += weight;
        *self.right.entry(right.parse()?).or_default() += weight;
        Ok(())
    }
}

/// Which of the different lines each line is, and these with the commonest first. Number 0, which stands for the ends of
/// a sentence, stays 0.
fn unlike(lines: impl Iterator<Item = Vec<i16>>, common: &HashMap<usize, f64>) -> (Vec<usize>, Vec<Vec<i16>>) {
    let mut known = HashMap::new();
    let mut different: Vec<(f64, Vec<i16>)> = Vec::new();
    let classes: Vec<usize> = lines
        .enumerate()
        .map(|(number, line)| {
            let class = *known.entry(line).or_insert_with_key(|line| {
                different.push((0.0, line.clone()));
                different.len() - 1
            });
            different[class].0 += common.get(&number).copied().unwrap_or_default();
            class
        })
        .collect();
    let mut order: Vec<usize> = (0..different.len()).collect();
    order[1..].sort_by(|&one, &other| different[other].0.total_cmp(&different[one].0));
    let mut numbers = vec![0; order.len()];
    for (number, &class) in order.iter().enumerate() {
        numbers[class] = number;
    }
    let lines = order.iter().map(|&class| std::mem::take(&mut different[class].1)).collect();
    (classes.into_iter().map(|class| numbers[class]).collect(), lines)
}
