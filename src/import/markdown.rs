//! Markdown: text as it is meant to be read.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document::{Document, Format};
use super::{boilerplate, dates, decode, ending};
use crate::article::Facts;

/// How far into a text its marks are looked for, in bytes. Plain text pays for no more.
const SAMPLE: usize = 20_000;

/// Whether clean text is Markdown: front matter, a heading, a link, bold letters. A list alone is none.
pub(super) fn is_one(text: &str) -> bool {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or_default();
    if front_matter(text).is_some() {
        return true;
    }
    let heading = |line: &str| super::ending::heading(line).is_some();
    sample.contains("](http")
        || sample.contains("](/")
        || sample.contains("](#")
        || sample.contains("](./")
        || sample.matches("**").count() >= 2
        || sample.starts_with('#') && sample.lines().next().is_some_and(heading)
        || sample.contains("\n#") && sample.lines().any(heading)
}

/// The text without its marks. Headings keep their `#`, items of lists a `-`, so that they are known as such.
pub(super) fn read(text: &str) -> Document {
    let (facts, body) = front_matter(text).unwrap_or((Facts::default(), text));
    let (text, removed) = plain(body);
    Document { facts, removed, ..Document::new(Format::Markdown, text) }
}

fn plain(body: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut removed = Vec::new();
    // Text inside of an image or of code stands aside.
    let mut aside: Option<String> = None;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, at) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock) => aside = Some(String::new()),
            Event::End(TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                let lines = decode::clean(&aside.take().unwrap_or_default()).text;
                removed.extend(lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
            }
            Event::Text(part) | Event::Code(part) => aside.as_mut().unwrap_or(&mut text).push_str(&part),
            Event::SoftBreak => {
                let text = aside.as_mut().unwrap_or(&mut text);
                let next = body.get(at.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
                text.push(if goes_on(text, next) { ' ' } else { '\n' });
            }
            Event::HardBreak => aside.as_mut().unwrap_or(&mut text).push('\n'),
            Event::Html(part) if aside.is_some() => aside.get_or_insert_default().push_str(&part),
            // <br> and <b> inside of a paragraph
            Event::InlineHtml(part) => text.push_str(if part.starts_with("<br") { "\n" } else { "" }),
            Event::Start(Tag::Heading { level, .. }) => {
                text.push_str(if level == HeadingLevel::H1 { "# " } else { "## " });
            }
            Event::Start(Tag::Item) => {
                break_line(&mut text);
                text.push_str("- ");
            }
            Event::Start(Tag::TableCell) => text.push(' '),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => text.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::Table) | Event::Rule => {
                break_line(&mut text);
                text.push('\n');
            }
            _ => {}
        }
    }
    // The bytes were clean; `&#27;` becomes a control character only here.
    (decode::clean(&text).text, removed)
}

/// Whether the last line is a broken one, as Markdown has it, and neither it nor the next is a part of a page's head.
/// Pages are copied into Markdown as they are.
fn goes_on(text: &str, next: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let is_long = |line: &str| line.chars().take(15).count() == 15;
    let is_head = |line: &str| boilerplate::line(line, true).is_some();
    let ended = line.ends_with(['.', '?', '!', '”', '"', ':']);
    let next = next.trim();
    let next_fits = (is_long(next) || ending::ends_in_stop(next)) && !is_head(next);
    is_long(line) && !ended && next_fits && !is_head(line)
}

fn break_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// The facts between `---` and `---` at the front, and the text behind.
fn front_matter(text: &str) -> Option<(Facts, &str)> {
    let inside = text.strip_prefix("---\n")?;
    let (head, body) = inside.split_once("\n---\n")?;
    if head.len() > 4_000 {
        return None;
    }
    let mut facts = Facts::default();
    let mut known = 0;
    for line in head.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = decode::clean(value.trim().trim_matches(['"', '\''])).text;
        known += 1;
        if value.is_empty() {
            continue;
        }
        match key.trim() {
            "title" | "제목" => facts.title = value,
            "date" | "날짜" => facts.date = dates::day(&value),
            "author" | "기자" => facts.reporter = Some(value),
            "outlet" | "publisher" | "매체" => facts.outlet = Some(value),
            "source" | "url" | "link" | "출처" => facts.source = Some(value),
            _ => {}
        }
    }
    (known > 0).then_some((facts, body))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_are_left_out() {
        let text = "---\ntitle: \"해외진출\"\ndate: 2026-03-02\n---\n\n## 전망\n\n포화된 내수시장의 **한빛통신**이 [해외진출](https://dokpa.kr/1)을\n서두른다.\n\n![공장](a.png)\n\n- 첫째\n- 둘째\n\n```\ncode\n```\n";
        assert!(is_one(text));
        let document = read(text);
        assert_eq!((document.facts.title.as_str(), document.facts.date.as_deref()), ("해외진출", Some("2026-03-02")));
        let lines: Vec<&str> = document.text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["## 전망", "포화된 내수시장의 한빛통신이 해외진출을 서두른다.", "- 첫째", "- 둘째"]);
        assert_eq!(document.removed, ["공장", "code"]);
    }

    #[test]
    fn an_entity_brings_no_control_character_in() {
        let document = read("해외&#x1b;[31m진출을 서두른다.\n\n![공&#27;장](a.png)\n");
        assert_eq!(
            (document.text.trim_end(), document.removed.as_slice()),
            ("해외[31m진출을 서두른다.", &["공장".to_owned()][..])
        );
    }

    #[test]
    fn a_copied_head_keeps_its_lines() {
        let head =
            "한빛통신, 올해부터 해외진출 서둘러\n독파경제\n나독파 기자 | 입력 2026.03.02 09:00\n**한빛통신**이 나간다.";
        assert_eq!(read(head).text.trim_end(), head.replace("**", ""));
    }

    #[test]
    fn plain_news_is_no_markdown() {
        for text in ["금리 동결\n\n- 물가\n- 환율\n\n한은이 금리를 동결했다.", "* 사진\n1. 개요", "---\n금리\n---"]
        {
            assert!(!is_one(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(\\PC|\n|[#*`>|_\\[\\]()!-]){0,200}") {
            let _ = (is_one(&text), read(&text));
        }
    }
}
