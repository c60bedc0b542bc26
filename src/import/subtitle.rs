//! SRT and VTT subtitles: cues joined to sentences.

use super::ImportError;
use super::document::{Document, Format};

/// A pause of so many milliseconds begins a paragraph.
const PAUSE: u64 = 4_000;
/// A sentence that ends behind so many characters ends its paragraph, so that a film is not one.
const LONG: usize = 300;

/// Whether the text begins as WebVTT does.
pub(super) fn is_vtt(text: &str) -> bool {
    text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r', ' ', '\t']))
}

/// Whether the text begins as SRT does: a number, and times on the next line.
pub(super) fn is_srt(text: &str) -> bool {
    let mut lines = text.trim_start().lines();
    let number = lines.next().unwrap_or_default().trim();
    let numbered = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    numbered && lines.next().is_some_and(|line| times(line).is_some())
}

/// The text of the cues. `text` is clean.
pub(super) fn read(text: &str, format: Format) -> Result<Document, ImportError> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut ended = 0;
    let mut last_line = String::new();
    for block in blocks(text) {
        let Some((at, (start, end))) = block.iter().enumerate().find_map(|(at, line)| Some((at, times(line)?))) else {
            continue; // header, NOTE, STYLE
        };
        let lines = block.get(at + 1..).unwrap_or_default().iter().map(|line| bare(line));
        for line in lines.filter(|line| !line.is_empty()) {
            // Rolling captions repeat the line before.
            if line == last_line {
                continue;
            }
            match paragraphs.last_mut() {
                Some(paragraph) if start.saturating_sub(ended) < PAUSE && !is_long(paragraph) => {
                    paragraph.push(' ');
                    paragraph.push_str(&line);
                }
                _ => paragraphs.push(line.clone()),
            }
            ended = end;
            last_line = line;
        }
    }
    if paragraphs.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(Document::new(format, paragraphs.join("\n\n")))
}

fn blocks(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let mut lines = text.lines().peekable();
    std::iter::from_fn(move || {
        while lines.next_if(|line| line.trim().is_empty()).is_some() {}
        let mut block = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.trim().is_empty()) {
            block.push(line);
        }
        (!block.is_empty()).then_some(block)
    })
}

fn is_long(paragraph: &str) -> bool {
    paragraph.ends_with(['.', '?', '!', '”', '"']) && paragraph.chars().count() > LONG
}

/// `00:01:02,300 --> 00:01:04,500`, in milliseconds; hours may be missing, settings may follow.
fn times(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    Some((moment(start.trim())?, moment(end.split_whitespace().next()?)?))
}

fn moment(text: &str) -> Option<u64> {
    let (time, thousandths) = text.split_once([',', '.'])?;
    let number = |text: &str| text.trim().parse::<u64>().ok().filter(|&number| number < 1_000_000);
    let seconds = time.split(':').try_fold(0u64, |sum, part| sum.checked_mul(60)?.checked_add(number(part)?))?;
    seconds.checked_mul(1_000)?.checked_add(number(thousandths)?)
}

/// A line without tags (`<i>`, `<v 앵커>`, `{\an8}`), speaker's dash and sounds in brackets.
fn bare(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut inside = None;
    for c in line.chars() {
        match (inside, c) {
            (None, '<') => inside = Some('>'),
            (None, '{') => inside = Some('}'),
            (Some(close), c) if c == close => inside = None,
            (Some(_), _) => {}
            (None, c) => text.push(c),
        }
    }
    let text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let text = text.trim().trim_start_matches(['-', '–', '♪', '♬']).trim();
    let is_sound = [('[', ']'), ('(', ')'), ('♪', '♪')].iter().any(|&(open, close)| {
        text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(|inside| !inside.contains(close))
    });
    if is_sound { String::new() } else { text.split_whitespace().collect::<Vec<_>>().join(" ") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cues_are_joined_to_sentences() {
        let srt = "1\n00:00:01,000 --> 00:00:02,000\n<i>한빛통신이 해외로</i>\n\n2\n00:00:02,100 --> 00:00:04,000\n- 눈을 돌립니다.\n[박수]\n\n3\n00:00:20,000 --> 00:00:22,000\n다음 소식입니다.\n";
        assert!(is_srt(srt) && !is_vtt(srt));
        assert_eq!(read(srt, Format::Srt).unwrap().text, "한빛통신이 해외로 눈을 돌립니다.\n\n다음 소식입니다.");
    }

    #[test]
    fn vtt_has_headers_settings_and_rolling_lines() {
        let vtt = "WEBVTT - 뉴스\nKind: captions\n\nNOTE 메모\n\n00:01.000 --> 00:02.000 align:start\n<v 앵커>물가가 &amp; 금리가\n\n00:02.000 --> 00:03.000\n물가가 & 금리가\n올랐습니다.\n";
        assert!(is_vtt(vtt));
        assert_eq!(read(vtt, Format::Vtt).unwrap().text, "물가가 & 금리가 올랐습니다.");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(\\PC|\n|[0-9:,.>< -]){0,200}") {
            let _ = (is_srt(&text), is_vtt(&text), read(&text, Format::Srt));
        }
    }
}
