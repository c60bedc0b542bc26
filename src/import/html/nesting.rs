//! How deep elements stand in each other, told before a parser builds them.

/// Elements without an end, or whose end is left out most often.
const FLAT: [&str; 28] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "frame", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "path", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr", "rp",
];

/// Whether more than `limit` elements are open at once. Scripts, styles and comments are passed over.
pub(super) fn is_deeper_than(html: &str, limit: u64) -> bool {
    let mut depth = 0u64;
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        let closing = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            continue;
        }
        if matches!(name.as_str(), "script" | "style") {
            let end = format!("</{name}");
            rest = find_ignoring_case(tag, &end).and_then(|at| tag.get(at + end.len()..)).unwrap_or_default();
            continue;
        }
        let is_closed = tag.split_once('>').is_some_and(|(inside, _)| inside.ends_with('/'));
        if !is_closed {
            depth += 1;
            if depth > limit {
                return true;
            }
        }
    }
    false
}

/// Where ASCII text stands, in capitals or not.
fn find_ignoring_case(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_told_without_parsing() {
        assert!(is_deeper_than(&"<div>".repeat(11), 10));
        assert!(!is_deeper_than(&"<div></div>".repeat(1000), 10));
        assert!(!is_deeper_than(&"<p>금리<br>".repeat(1000), 10), "ends that are left out");
        assert!(!is_deeper_than("<script>if (a<b && b<c) {}</script><!-- <a><b><c> -->", 2));
        assert!(!is_deeper_than(&"<svg/>".repeat(100), 10));
    }
}
