//! Elements to lines of text, as a browser would break them.

use dom_query::NodeRef;

use crate::import::{decode, ending};

/// What holds no text for a reader.
const SKIPPED: [&str; 23] = [
    "script", "style", "noscript", "template", "iframe", "svg", "canvas", "video", "audio", "object", "embed",
    "select", "button", "input", "textarea", "head", "rt", "rp", "math", "map", "dialog", "title", "time",
];
/// What stands on lines of its own.
const BLOCKS: [&str; 37] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "address",
    "details",
    "summary",
    "center",
    "hr",
    "caption",
    "body",
    "menu",
];

/// Lines without a blank one between, and how much of them is links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// Clean lines. A heading begins with `## `, an item of a list with `- `.
    pub text: String,
    /// Letters in links, and all letters.
    linked: usize,
    letters: usize,
    pub caption: bool,
}

impl Block {
    /// Whether the block ends in a time of day, as readers' comments do.
    pub fn ends_in_time(&self) -> bool {
        let word = self.text.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        word.split_once(':').is_some_and(|(hour, rest)| digits(hour) && rest.split(':').all(digits))
    }

    /// Whether the block leads elsewhere instead of telling something.
    pub fn is_links(&self) -> bool {
        self.linked * 10 >= self.letters * 8 && self.linked > 0 && !ending::ends_in_stop(&self.text)
    }
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    /// Of an element that is a block, a link, a caption.
    Leave {
        block: bool,
        link: bool,
        caption: bool,
    },
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    current: Block,
    mark: &'static str,
    links: usize,
    captions: usize,
}

/// The blocks under a node, in reading order. It keeps its own stack: a page can be deeper than ours.
pub(super) fn blocks(node: &NodeRef<'_>) -> Vec<Block> {
    let mut walk = Walk::default();
    let mut steps = vec![Step::Enter(*node)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => walk.push(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
                let name = name.as_str();
                if node.is_comment() || node.is_doctype() || SKIPPED.contains(&name) || is_hidden(&node) {
                    continue;
                }
                if name == "br" {
                    walk.current.text.push('\n');
                    continue;
                }
                let (block, link, caption) =
                    (BLOCKS.contains(&name), name == "a", matches!(name, "figcaption" | "caption"));
                if block {
                    walk.flush();
                    walk.mark = match name {
                        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "## ",
                        "li" => "- ",
                        _ => walk.mark,
                    };
                } else if matches!(name, "td" | "th") {
                    walk.current.text.push(' ');
                }
                // Fields of a page's head stand side by side without a space between.
                if name == "span" && node.prev_sibling().is_some_and(|before| before.has_name("span")) {
                    walk.current.text.push(' ');
                }
                walk.links += usize::from(link);
                walk.captions += usize::from(caption);
                steps.push(Step::Leave { block, link, caption });
                steps.extend(node.children_it(true).map(Step::Enter));
            }
            Step::Leave { block, link, caption } => {
                if block {
                    walk.flush();
                    walk.mark = "";
                }
                walk.links -= usize::from(link);
                walk.captions -= usize::from(caption);
            }
        }
    }
    walk.flush();
    walk.blocks
}

impl Walk {
    fn push(&mut self, text: &str) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.current.letters += letters;
        if self.links > 0 {
            self.current.linked += letters;
        }
        self.current.caption |= self.captions > 0 && letters > 0;
        // Line breaks in the source are spaces.
        self.current.text.extend(text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
    }

    /// Ends the block. Two line breaks on end part it in two.
    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.current);
        let text = decode::clean(&raw.text).text;
        let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.collect();
        for part in lines.split(String::is_empty).filter(|part| !part.is_empty()) {
            let text = part.join("\n");
            let marked = self.mark == "- " && ending::is_marked(&text);
            let text = if marked { text } else { format!("{}{text}", self.mark) };
            self.blocks.push(Block { text, ..raw.clone() });
        }
        if !lines.iter().all(String::is_empty) {
            self.mark = "";
        }
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    if !node.is_element() {
        return false;
    }
    let style = node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', ""));
    node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|hidden| &*hidden == "true")
        || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}
