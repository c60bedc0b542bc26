//! Text out of a dictionary: one clean line, within the limits.

use super::limits::{SENSES, TEXT, WORD};
use super::source::INVALID;
use super::{Entry, Problem, Sense};
use crate::import;
use crate::korean::jamo;

/// `text` as one line: NFC, nothing invisible, runs of spaces and line breaks as one space.
pub fn line(text: &str) -> String {
    let clean = import::clean(text).text;
    let mut line = String::with_capacity(clean.len());
    for word in clean.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The line, if anything is in it.
pub fn some_line(text: &str) -> Option<String> {
    Some(line(text)).filter(|line| !line.is_empty())
}

pub fn has_hangul(text: &str) -> bool {
    text.chars().any(jamo::is_hangul)
}

pub fn has_hanja(text: &str) -> bool {
    text.chars().any(is_hanja)
}

const fn is_hanja(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// An abbreviation in capitals is a headword of Korean too: GDP, M&A.
fn is_abbreviation(word: &str) -> bool {
    word.chars().filter(char::is_ascii_uppercase).count() >= 2
        && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '&' | '-' | '/'))
}

/// The entry with clean fields inside the limits, or why it is none. Formats hand over text as it stands in the file.
pub fn checked(entry: Entry) -> Result<Entry, Problem> {
    let senses =
        entry.senses.iter().flat_map(|sense| [Some(&sense.gloss), sense.definition.as_ref(), sense.example.as_ref()]);
    let texts = [Some(&entry.word), entry.hanja.as_ref(), entry.pronunciation.as_ref()].into_iter().chain(senses);
    if texts.flatten().any(|text| text.contains(char::from(INVALID))) {
        return Err(Problem::NotUtf8);
    }
    // Some dictionaries mark the parts of a word and its homographs: 해외-진출, 가다01.
    let word = line(&entry.word);
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = if word.is_empty() { return Err(Problem::NoWord) } else { unhyphenated(word) };
    if !has_hangul(&word) && !is_abbreviation(&word) {
        return Err(Problem::NotKorean);
    }
    if word.chars().count() > WORD {
        return Err(Problem::LongWord);
    }
    let senses: Vec<Sense> = entry.senses.into_iter().take(SENSES).filter_map(sense).collect();
    if senses.is_empty() {
        return Err(Problem::NoGloss);
    }
    let short = |text: Option<String>| text.and_then(|text| some_line(&text)).map(|text| cut(text, WORD));
    let hanja = short(entry.hanja).filter(|hanja| has_hanja(hanja));
    let level = entry.level.filter(|level| (1..=6).contains(level));
    Ok(Entry { word, hanja, level, pronunciation: short(entry.pronunciation), senses, ..entry })
}

fn sense(sense: Sense) -> Option<Sense> {
    let field = |text: Option<String>| text.and_then(|text| some_line(&text)).map(|text| cut(text, TEXT));
    let definition = field(sense.definition);
    let gloss = some_line(&sense.gloss).map(|text| cut(text, TEXT));
    // A sense that is only defined is shown by its definition.
    let (gloss, definition) = match (gloss, definition) {
        (Some(gloss), definition) => (gloss, definition),
        (None, Some(definition)) => (definition, None),
        (None, None) => return None,
    };
    let definition = definition.filter(|definition| *definition != gloss);
    Some(Sense { gloss, definition, example: field(sense.example) })
}

/// Hyphens between Hangul mark how a word is made and are not written; one at an end marks an affix: -권, 재-.
fn unhyphenated(word: &str) -> String {
    let inner: Vec<char> = word.chars().collect();
    let between = |at: usize| {
        let near = |at: Option<usize>| at.and_then(|at| inner.get(at)).is_some_and(|c| jamo::is_syllable(*c));
        near(at.checked_sub(1)) && near(Some(at + 1))
    };
    inner.iter().enumerate().filter(|(at, c)| !(matches!(c, '-' | '^') && between(*at))).map(|(_, c)| *c).collect()
}

fn cut(text: String, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((at, _)) => text.get(..at).map(|text| format!("{}…", text.trim_end())).unwrap_or_default(),
        None => text,
    }
}

/// Markup taken out: tags become nothing, those that break a line a line break; the five entities and numbered
/// characters are read.
pub fn without_tags(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        // A lone < is a sign, not a tag.
        let Some((name, after)) =
            tag.split_once('>').filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))
        else {
            text.push('<');
            rest = tag;
            continue;
        };
        let name = name.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if is_block(&name.to_ascii_lowercase()) {
            text.push('\n');
        }
        rest = after;
    }
    text.push_str(rest);
    unescaped(&text)
}

/// Elements whose content stands on lines of its own.
pub fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "br" | "p"
            | "div"
            | "li"
            | "ul"
            | "ol"
            | "tr"
            | "table"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "dt"
            | "dd"
            | "def"
            | "hr"
            | "details"
            | "summary"
    )
}

/// Character references read; what is none stays as it is, for real files have a bare & in them.
pub fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let found = after.split_once(';').and_then(|(name, after)| Some((character(name)?, after)));
        match found {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(hex.get(1..)?, 16),
            digits => number(digits, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(word: &str, gloss: &str) -> Entry {
        Entry { word: word.into(), senses: vec![Sense { gloss: gloss.into(), ..Sense::default() }], ..Entry::default() }
    }

    #[test]
    fn text_becomes_one_clean_line() {
        assert_eq!(line(" \u{1100}\u{1173}\u{11B7}리\u{200B}\r\n 동결\u{1B}[2J "), "금리 동결[2J");
    }

    #[test]
    fn a_headword_loses_the_marks_of_dictionaries() {
        assert_eq!(checked(entry("해외-진출01", "x")).unwrap().word, "해외진출");
        assert_eq!(checked(entry("-권", "x")).unwrap().word, "-권");
        assert_eq!(checked(entry("GDP", "x")).unwrap().word, "GDP");
    }

    #[test]
    fn what_is_no_entry_says_why() {
        assert_eq!(checked(entry(" ", "x")), Err(Problem::NoWord));
        assert_eq!(checked(entry("advance", "x")), Err(Problem::NotKorean));
        assert_eq!(checked(entry("진출", " \u{200B}")), Err(Problem::NoGloss));
        assert_eq!(checked(entry(&"가".repeat(WORD + 1), "x")), Err(Problem::LongWord));
    }

    #[test]
    fn a_long_gloss_is_cut() {
        let gloss = checked(entry("진출", &"가".repeat(TEXT + 1))).unwrap().senses.remove(0).gloss;
        assert!(gloss.ends_with('…') && gloss.chars().count() == TEXT + 1);
    }

    #[test]
    fn markup_and_references_are_read() {
        assert_eq!(
            without_tags("a<br/>b <b>c</b> 1 < 2 &lt;d&gt; R&D &#44032; &#0; &x;"),
            "a\nb c 1 < 2 <d> R&D 가 \0 &x;"
        );
    }
}
