//! What Chinese characters mean: `assets/generated/chars.tsv.zst`, unpacked when a hanja is explained for the first time.

use std::collections::HashMap;
use std::sync::OnceLock;

static PACKED: &[u8] = include_bytes!("../../assets/generated/chars.tsv.zst");

/// A character with its readings and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Character {
    pub hanja: char,
    /// Meaning and sound as Koreans name it: 나아갈 진. Several stand with commas between them.
    named: &'static str,
    pub english: &'static str,
}

impl Character {
    /// The syllables that it is read as.
    #[cfg(test)]
    pub fn sounds(&self) -> impl Iterator<Item = char> {
        self.named.split(", ").filter_map(|reading| reading.rsplit_once(' ')?.1.chars().next())
    }

    /// Meaning and sound of the reading that sounds like `sound`, else of the first: (끌, 인) for 引.
    pub fn reading(&self, sound: Option<char>) -> (&'static str, &'static str) {
        let mut readings = self.named.split(", ").filter_map(|reading| reading.rsplit_once(' '));
        let first = readings.clone().next().unwrap_or((self.named, ""));
        let heard = |said: &str| said.chars().next() == sound;
        readings.find(|(_, said)| sound.is_some() && heard(said)).unwrap_or(first)
    }
}

/// What the table says of a character; `None` where the lexicon does not use it.
pub fn character(hanja: char) -> Option<Character> {
    table().get(&hanja).copied()
}

/// The characters of a hanja writing with the syllable that each stands for: 海 with 해 of 海外 and 해외. Characters that
/// the table does not have are left out, and so is Hangul in between (하늘色).
pub fn characters(hanja: &str, hangul: &str) -> Vec<(Character, Option<char>)> {
    let sounds: Vec<char> = hangul.chars().filter(|c| !c.is_whitespace()).collect();
    let written: Vec<char> = hanja.chars().filter(|c| !c.is_whitespace()).collect();
    let aligned = sounds.len() == written.len();
    let sound = |at: usize| if aligned { sounds.get(at).copied() } else { None };
    written.iter().enumerate().filter_map(|(at, &c)| Some((character(c)?, sound(at)))).collect()
}

fn table() -> &'static HashMap<char, Character> {
    static TABLE: OnceLock<HashMap<char, Character>> = OnceLock::new();
    TABLE.get_or_init(|| text().lines().filter_map(read).map(|row| (row.hanja, row)).collect())
}

/// The file, unpacked once.
fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| super::unpacked(PACKED))
}

/// One line: character, readings, English.
fn read(line: &'static str) -> Option<Character> {
    let mut cells = line.split('\t');
    let (hanja, named, english) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Character { hanja: hanja.chars().next()?, named, english })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_unpacked_whole_and_every_line_is_read() {
        assert_eq!(table().len(), text().lines().count());
        assert!(table().len() > 3_000, "{}", table().len());
    }

    #[test]
    fn a_character_is_named_by_meaning_and_sound() {
        let one = character('進').unwrap();
        assert_eq!(one.reading(None), ("나아갈", "진"));
        assert!(one.english.contains("advance"), "{one:?}");
        assert_eq!(character('가'), None);
    }

    #[test]
    fn of_several_readings_the_one_that_is_heard_is_told() {
        let many = table().values().find(|row| row.named.contains(", ")).unwrap();
        let (_, second) = many.named.split(", ").nth(1).and_then(|reading| reading.rsplit_once(' ')).unwrap();
        assert_eq!(many.reading(second.chars().next()).1, second);
    }

    #[test]
    fn a_word_is_explained_character_by_character() {
        let found = characters("海外", "해외");
        assert_eq!(
            found.iter().map(|(c, sound)| (c.hanja, *sound)).collect::<Vec<_>>(),
            [('海', Some('해')), ('外', Some('외'))]
        );
    }
}
