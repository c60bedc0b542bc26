//! Builds the analyzer's dictionary from `assets/mecab-ko-dic` into the files that `korean::analyzer` embeds.
//!
//! Five things are done to mecab-ko-dic on the way: words of ours are added and costs mended (`additions`), common
//! nouns that it lists as names are made common again, every entry gets a twin for the place behind a space, contexts with
//! the same costs are made one (`connections`), and what entries say is kept once (`details`).
//!
//! mecab-ko charges a particle or an ending that stands behind a space (`left-space-penalty-factor`). lindera
//! has a table for that, but fills it by scanning all words at every start and loses the context across the
//! space. Here every entry gets a twin instead, whose surface begins with a mark for the space and whose cost
//! holds the penalty: the analyzer replaces each run of spaces by the mark, and the lattice does the rest.

mod additions;
mod connections;
mod details;

use std::error::Error;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use additions::Additions;
use connections::{Common, Connections};
use lindera_dictionary::builder::DictionaryBuilder;
use lindera_dictionary::dictionary::metadata::Metadata;
use lindera_dictionary::dictionary::schema::Schema;

const ASSETS: &str = "assets/mecab-ko-dic";
/// Entries of the complete mecab-ko-dic. An asset that holds others was not made by its script.
const ENTRIES: usize = 816_283;
/// Stands for a space in the dictionary; `korean::analyzer` uses the same. A real space would be trimmed away
/// when the builder reads the surface.
const SPACE_MARK: char = '\u{2581}';
/// Cost of the mark where no entry with a space takes it up, so that the twins are preferred.
const SPACE_COST: &str = "8000";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    println!("cargo:rerun-if-changed={ASSETS}");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed={}", additions::LEXICON);
    println!("cargo:rerun-if-changed={}", additions::NAMES);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let source = out.join("source");
    fs::create_dir_all(&source)?;
    additions::write_known(&out.join("known.rs"))?;
    let entries = asset("ko-dic.csv.zst")?;
    let connections = Connections::read(&asset("matrix.bin.zst")?, &common(&entries)?)?;
    connections.write(&source.join("matrix.def"))?;
    write_entries(&source, &entries, &connections)?;
    write_categories(&source, &connections)?;
    let dictionary = out.join("dictionary/ko-dic");
    DictionaryBuilder::new(metadata()).build_dictionary(&source, &dictionary)?;
    details::share(&dictionary)?;
    // 300 MB of text that nobody reads again.
    fs::remove_dir_all(&source)?;
    println!("cargo:rustc-env=LINDERA_WORKDIR={}", out.join("dictionary").display());
    Ok(())
}

fn metadata() -> Metadata {
    // Only what the analyzer reads: tag, name class, type and expression. The rest would double the binary.
    let fields = ["surface", "left_context_id", "right_context_id", "cost", "tag", "class", "type", "expression"];
    let schema = Schema::new(fields.map(str::to_owned).to_vec());
    let user = Schema::new(["surface", "tag", "expression"].map(str::to_owned).to_vec());
    Metadata::new("ko-dic".into(), "UTF-8".into(), 0, 0, 0, "*".into(), false, false, false, schema, user)
}

/// Decompresses one asset.
fn asset(name: &str) -> Outcome<Vec<u8>> {
    let file = File::open(Path::new(ASSETS).join(name))?;
    let mut bytes = Vec::new();
    ruzstd::decoding::StreamingDecoder::new(file).map_err(|e| e.to_string())?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How common the contexts of the entries are.
fn common(entries: &[u8]) -> Outcome<Common> {
    let mut common = Common::default();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(entries);
    let mut row = csv::StringRecord::new();
    while rows.read_record(&mut row)? {
        let cell = |i: usize| row.get(i).unwrap_or_default();
        common.meet(cell(1), cell(2), cell(3).parse()?)?;
    }
    Ok(common)
}

/// Entries and their twins. Columns of the asset: surface, left, right, cost, tag, class, final consonant,
/// reading, type, first tag, last tag, expression.
fn write_entries(folder: &Path, entries: &[u8], connections: &Connections) -> Outcome<()> {
    let mut additions = Additions::read()?;
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(entries);
    let mut out = csv::WriterBuilder::new().from_path(folder.join("ko-dic.csv"))?;
    let mut row = csv::StringRecord::new();
    let mut count = 0;
    while rows.read_record(&mut row)? {
        count += 1;
        let cell = |i: usize| row.get(i).unwrap_or_default();
        let blank = |i: usize| if cell(i) == "*" { "" } else { cell(i) };
        let mut entry = Entry {
            surface: cell(0).to_owned(),
            ids: [cell(1).to_owned(), cell(2).to_owned()],
            cost: cell(3).parse()?,
            tag: cell(4).to_owned(),
            class: blank(5).to_owned(),
            kind: blank(8).to_owned(),
            expression: blank(11).to_owned(),
        };
        additions.meet(&mut entry);
        entry.write(&mut out, connections)?;
    }
    if count != ENTRIES {
        return Err(format!("ko-dic.csv.zst: {count} entries, not {ENTRIES}").into());
    }
    for entry in additions.entries()? {
        entry.write(&mut out, connections)?;
    }
    out.flush()?;
    Ok(())
}

/// An entry as the analyzer's dictionary has it.
#[derive(Debug, Clone)]
struct Entry {
    surface: String,
    /// Left and right context.
    ids: [String; 2],
    cost: i16,
    tag: String,
    class: String,
    kind: String,
    expression: String,
}

impl Entry {
    /// Writes the entry and its twin behind a space.
    fn write(&self, out: &mut csv::Writer<File>, connections: &Connections) -> Outcome<()> {
        let (left, right) = (connections.left(&self.ids[0])?, connections.right(&self.ids[1])?);
        let mut row = |surface: &str, cost: i16| {
            let cost = cost.to_string();
            out.write_record([surface, &left, &right, &cost, &self.tag, &self.class, &self.kind, &self.expression])
        };
        row(&self.surface, self.cost)?;
        row(&format!("{SPACE_MARK}{}", self.surface), self.cost.saturating_add(left_space_penalty(&self.tag)))?;
        Ok(())
    }
}

/// mecab-ko-dic's `left-space-penalty-factor`, by the first tag of an entry.
fn left_space_penalty(tag: &str) -> i16 {
    match tag.split('+').next().unwrap_or_default() {
        "EC" | "EF" | "EP" | "ETM" | "ETN" | "VCP" | "XSA" | "XSN" | "XSV" => 3000,
        first if first.starts_with('J') => 6000,
        _ => 0,
    }
}

/// `0x2501..0x26FE SYMBOL` as its bounds and its categories.
fn range_of(line: &str) -> Option<(u32, u32, &str)> {
    let (range, names) = line.split_once(' ')?;
    let (low, high) = range.split_once("..")?;
    let number = |text: &str| u32::from_str_radix(text.strip_prefix("0x")?, 16).ok();
    Some((number(low)?, number(high)?, names))
}

fn write_categories(folder: &Path, connections: &Connections) -> Outcome<()> {
    let mark = u32::from(SPACE_MARK);
    let mut categories = String::new();
    for line in fs::read_to_string(Path::new(ASSETS).join("char.def"))?.lines() {
        match range_of(line) {
            // Categories add up, so the mark must leave the range of symbols that holds it.
            Some((low, high, names)) if (low..=high).contains(&mark) => {
                categories.push_str(&format!("0x{low:04X}..0x{:04X} {names}\n", mark - 1));
                categories.push_str(&format!("0x{:04X}..0x{high:04X} {names}\n", mark + 1));
            }
            _ => categories.push_str(&format!("{line}\n")),
        }
    }
    categories.push_str(&format!("0x{mark:04X}..0x{mark:04X} SPACE\n"));
    fs::write(folder.join("char.def"), categories)?;
    let unknown = fs::read_to_string(Path::new(ASSETS).join("unk.def"))?;
    let mut out = String::new();
    for line in unknown.lines() {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] == "SPACE" {
            cells[3] = SPACE_COST;
        }
        // The same four feature columns as the entries.
        let tag = cells[4];
        let (left, right) = (connections.left(cells[1])?, connections.right(cells[2])?);
        out.push_str(&format!("{},{left},{right},{},{tag},,,\n", cells[0], cells[3]));
    }
    fs::write(folder.join("unk.def"), out)?;
    Ok(())
}
