//! Tables of words, with tabs, commas or semicolons between the cells; kengdic is one of them.
//!
//! With a header the columns are known by their names, in Korean or English. Without one they are: word, gloss; or word,
//! hanja or part of speech, gloss; or, as in the house lexicon, word, part of speech, hanja, gloss, level.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};

use super::source::Guard;
use super::{At, DictionaryError, Entry, Place, Problem, Sense, Sink, pos, text};

/// Lines of the beginning by which the delimiter is told.
const SAMPLE: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Word,
    Hanja,
    Pos,
    Gloss,
    Level,
    Definition,
    Example,
    Pronunciation,
    Other,
}

impl Column {
    fn named(name: &str) -> Option<Self> {
        Some(match name.trim().to_lowercase().as_str() {
            "word" | "surface" | "term" | "headword" | "korean" | "hangul" | "단어" | "낱말" | "표제어" | "어휘"
            | "한국어" => Self::Word,
            "hanja" | "한자" | "origin" | "원어" => Self::Hanja,
            "pos" | "part of speech" | "part_of_speech" | "품사" => Self::Pos,
            "gloss" | "meaning" | "english" | "translation" | "뜻" | "의미" | "영어" | "번역" => Self::Gloss,
            "level" | "grade" | "급" | "등급" | "수준" => Self::Level,
            "definition" | "정의" | "뜻풀이" | "풀이" => Self::Definition,
            "example" | "sentence" | "예문" | "용례" => Self::Example,
            "pronunciation" | "발음" => Self::Pronunciation,
            "id" | "no" | "번호" | "created" | "source" | "domain" | "note" | "비고" => Self::Other,
            _ => return None,
        })
    }
}

/// What stands between the cells: in at least half of the first lines, and a tab before a comma.
pub fn delimiter(start: &str) -> Option<u8> {
    let mut lines: Vec<&str> = start.lines().filter(|line| is_row(line)).take(SAMPLE).collect();
    // The last line of a sample may be cut.
    if lines.len() > 1 {
        lines.pop();
    }
    let in_most = |delimiter: &&u8| {
        let with = lines.iter().filter(|line| line.contains(char::from(**delimiter))).count();
        with > 0 && with * 2 >= lines.len()
    };
    b"\t,;".iter().find(in_most).copied()
}

fn is_row(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#')
}

/// By its columns: no other table calls a word its surface.
pub fn is_kengdic(start: &str, delimiter: u8) -> bool {
    let header = start.lines().find(|line| is_row(line)).unwrap_or_default();
    let names: Vec<&str> = header.split(char::from(delimiter)).map(str::trim).collect();
    ["surface", "hanja", "gloss"].iter().all(|name| names.contains(name))
}

pub fn read(input: &mut Guard<'_>, delimiter: u8, sink: &mut Sink<'_>) -> Result<(), DictionaryError> {
    let meter = input.meter();
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(delimiter != b'\t')
        .comment(Some(b'#'))
        .from_reader(input as &mut dyn Read);
    let mut columns: Option<Vec<Column>> = None;
    let mut named = false;
    let mut row = ByteRecord::new();
    loop {
        meter.next_record();
        match reader.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => return Err(fatal(error, sink)),
        }
        let at = At::Line(row.position().map_or(0, csv::Position::line));
        if row.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let cells: Result<Vec<&str>, _> = row.iter().map(std::str::from_utf8).collect();
        let Ok(cells) = cells else {
            sink.record(at, Err(Problem::NotUtf8))?;
            continue;
        };
        // Only the first row can name the columns.
        if !named && let Some(header) = header(&cells) {
            (columns, named) = (Some(header), true);
            continue;
        }
        named = true;
        let entry = columns.as_deref().map_or_else(|| entry(&cells, &unnamed(&cells)), |named| entry(&cells, named));
        sink.record(at, entry)?;
    }
}

fn fatal(error: csv::Error, sink: &Sink<'_>) -> DictionaryError {
    let at = At::Line(error.position().map_or(0, csv::Position::line));
    let detail = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(error) => DictionaryError::Io(error),
        _ => DictionaryError::Syntax { place: Place { member: sink.member.clone(), at }, detail },
    }
}

/// The columns of a header: a row that names at least a word and what it means.
fn header(cells: &[&str]) -> Option<Vec<Column>> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| Column::named(cell)).collect();
    let has = |column| columns.contains(&Some(column));
    let is_one = has(Column::Word) && (has(Column::Gloss) || has(Column::Definition));
    is_one.then(|| columns.into_iter().map(|column| column.unwrap_or(Column::Other)).collect())
}

/// The columns of a row of a table that does not name them.
fn unnamed(row: &[&str]) -> Vec<Column> {
    let second = row.get(1).copied().unwrap_or_default();
    match row.len() {
        0..=2 => vec![Column::Word, Column::Gloss],
        3 if pos::code(second).is_some() => vec![Column::Word, Column::Pos, Column::Gloss],
        3 => vec![Column::Word, Column::Hanja, Column::Gloss],
        _ => vec![Column::Word, Column::Pos, Column::Hanja, Column::Gloss, Column::Level],
    }
}

fn entry(cells: &[&str], columns: &[Column]) -> Result<Entry, Problem> {
    let cell = |column: Column| {
        let mut found = cells.iter().zip(columns).filter(|(_, named)| **named == column).map(|(cell, _)| cell.trim());
        found.find(|cell| !cell.is_empty() && !cell.eq_ignore_ascii_case("null"))
    };
    let owned = |column| cell(column).map(str::to_owned);
    let sense = Sense {
        gloss: owned(Column::Gloss).unwrap_or_default(),
        definition: owned(Column::Definition),
        example: owned(Column::Example),
    };
    Ok(Entry {
        word: owned(Column::Word).ok_or(Problem::NoWord)?,
        hanja: cell(Column::Hanja).map(written_hanja),
        pos: cell(Column::Pos).and_then(pos::code),
        level: cell(Column::Level).and_then(level),
        pronunciation: owned(Column::Pronunciation),
        senses: vec![sense],
    })
}

/// kengdic has a hyphen for what is native: 發達- of 발달하다.
fn written_hanja(cell: &str) -> String {
    let trimmed = cell.trim_matches(|c| matches!(c, '-' | '–' | '~'));
    if text::has_hanja(trimmed) { trimmed.to_owned() } else { String::new() }
}

/// A number from 1 to 6, a band in Korean, or kengdic's letters.
fn level(cell: &str) -> Option<u8> {
    match cell {
        "초급" | "A" | "a" => Some(2),
        "중급" | "B" | "b" => Some(4),
        "고급" | "C" | "c" => Some(6),
        _ => cell.trim_end_matches('급').parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_in_most_lines() {
        assert_eq!(delimiter("진출\tadvance, entry\n시장\tmarket\n"), Some(b'\t'));
        assert_eq!(delimiter("# notes\n진출;advance\n시장;market, place\n"), Some(b';'));
        assert_eq!(delimiter("첫 줄이다.\n둘째, 줄이다.\n셋째다.\n넷째다.\n"), None);
    }

    #[test]
    fn columns_without_names_are_told_by_their_number() {
        let entry = |cells: &[&str]| entry(cells, &unnamed(cells)).unwrap();
        assert_eq!(entry(&["진출", "進出", "advance"]).hanja.as_deref(), Some("進出"));
        assert_eq!(entry(&["진출", "n", "advance"]).pos, Some("n"));
        assert_eq!(entry(&["진출", "nv", "進出", "advance", "4", "general", ""]).level, Some(4));
    }

    #[test]
    fn hanja_loses_the_hyphen_of_kengdic() {
        assert_eq!((written_hanja("發達-"), written_hanja("-")), ("發達".to_owned(), String::new()));
    }
}
