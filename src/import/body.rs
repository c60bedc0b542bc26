//! A body without furniture to an article: paragraphs, sentences, and which of them can be asked.

use super::{ImportError, ending};
use crate::article::{Article, Facts, Sentence, SentenceKind};
use crate::korean::sentence;

/// Fewer Hangul syllables than this are no Korean text.
pub(super) const FEWEST_SYLLABLES: usize = 4;

/// An article from the text of a deck file: one sentence a line, a blank line between paragraphs.
pub fn body(text: &str, facts: Facts) -> Result<Article, ImportError> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        match lines.last_mut() {
            _ if line.is_empty() => open = false,
            Some(paragraph) if open => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ => {
                lines.push(line.to_owned());
                open = true;
            }
        }
    }
    paragraphs(&lines.join("\n"), facts)
}

/// An article from its paragraphs, a line each.
pub fn paragraphs(text: &str, mut facts: Facts) -> Result<Article, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if ending::syllables(text) < FEWEST_SYLLABLES {
        return Err(ImportError::NoKorean);
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let mut sentences = Vec::new();
    let mut start = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        for range in sentence::split(line) {
            let kind = kind(line.get(range.clone()).unwrap_or_default());
            sentences.push(Sentence { range: start + range.start..start + range.end, kind, paragraph });
        }
        start += line.len() + 1;
    }
    if facts.title.trim().is_empty() {
        facts.title =
            sentences.first().map(|s| shorten(text.get(s.range.clone()).unwrap_or_default())).unwrap_or_default();
    }
    Ok(Article { facts, text, sentences, removed: Vec::new() })
}

/// A sentence has a final ending; a headline, a list item or a caption has none.
fn kind(sentence: &str) -> SentenceKind {
    let asked = ending::ends_finally(sentence) && !ending::is_marked(sentence);
    if asked { SentenceKind::Body } else { SentenceKind::Headline }
}

/// The front of a sentence, for want of a title.
fn shorten(sentence: &str) -> String {
    const LONGEST: usize = 30;
    if sentence.chars().count() <= LONGEST {
        return sentence.to_owned();
    }
    sentence.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deck_files_lines_are_sentences_and_its_blank_lines_part_paragraphs() {
        let article = body("수출이 늘었다.\n내수는 줄었다.\n\n전망은 밝다.\n", Facts::default()).unwrap();
        assert_eq!(article.text, "수출이 늘었다. 내수는 줄었다.\n전망은 밝다.");
        assert_eq!(article.sentences.iter().map(|s| s.paragraph).collect::<Vec<_>>(), [0, 0, 1]);
        assert_eq!(article.facts.title, "수출이 늘었다.");
    }

    #[test]
    fn a_line_without_an_ending_is_a_headline() {
        let article = paragraphs("- KT, 합작사 설립\n수출이 늘었다.", Facts::default()).unwrap();
        assert_eq!(article.sentences[0].kind, SentenceKind::Headline);
        assert_eq!(article.sentences[1].kind, SentenceKind::Body);
    }

    #[test]
    fn a_text_without_korean_is_refused() {
        assert_eq!(paragraphs("Hello, world.", Facts::default()), Err(ImportError::NoKorean));
        assert_eq!(paragraphs(" \n", Facts::default()), Err(ImportError::Empty));
    }
}
