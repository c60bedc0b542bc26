//! XML as office formats have it: elements by their local names, depth counted, no entity but XML's own five.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ImportError;
use super::limits::{Limit, Limits};

/// What a document's reader is told.
pub(super) enum Node<'a> {
    /// An element begins. Its local name, and its attributes.
    Start(&'a str, Attributes<'a>),
    /// An element ends.
    End(&'a str),
    Text(&'a str),
}

/// Attributes by their local names.
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes().flatten();
        let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(unescape(&found.value))
    }
}

/// Reads all of `text`. A document type with entities of its own is refused: no office program writes one.
pub(super) fn walk(text: &str, limits: &Limits, mut tell: impl FnMut(Node<'_>)) -> Result<(), ImportError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut depth = 0u64;
    loop {
        match reader.read_event().map_err(|_| ImportError::Malformed)? {
            Event::Start(element) => {
                depth += 1;
                if depth > limits.nesting {
                    return Err(limits.passed(Limit::Nesting));
                }
                tell(Node::Start(element.local_name().as_ref(), Attributes(&element)));
            }
            Event::Empty(element) => {
                let name = element.local_name();
                tell(Node::Start(name.as_ref(), Attributes(&element)));
                tell(Node::End(name.as_ref()));
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                tell(Node::End(element.local_name().as_ref()));
            }
            Event::Text(part) => tell(Node::Text(&part)),
            Event::CData(part) => tell(Node::Text(&part)),
            Event::GeneralRef(entity) => {
                tell(Node::Text(&unescape(&format!("&{};", &*entity))));
            }
            Event::DocType(doctype) if doctype.contains("<!ENTITY") => {
                return Err(ImportError::Entities);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// XML's five entities and numbers; any other is nothing.
fn unescape(text: &str) -> String {
    quick_xml::escape::unescape(text).map(Into::into).unwrap_or_default()
}

/// The text of the first element of each of these names.
pub(super) fn fields<const N: usize>(
    text: &str,
    limits: &Limits,
    names: [&str; N],
) -> Result<[Option<String>; N], ImportError> {
    let mut found = [const { None::<String> }; N];
    let mut open = None;
    walk(text, limits, |node| match node {
        Node::Start(name, _) => {
            open = names.iter().position(|wanted| *wanted == name);
            if let Some(at) = open
                && found.get(at).is_some_and(Option::is_some)
            {
                open = None;
            }
        }
        Node::End(_) => open = None,
        Node::Text(part) => {
            if let Some(slot) = open.and_then(|at| found.get_mut(at)) {
                slot.get_or_insert_default().push_str(part);
            }
        }
    })?;
    let clean = |text: String| super::decode::clean(text.trim()).text;
    Ok(found.map(|text| text.map(clean).filter(|text| !text.is_empty())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(xml: &str) -> Result<String, ImportError> {
        let mut out = String::new();
        walk(xml, &Limits::default(), |node| {
            if let Node::Text(part) = node {
                out.push_str(part);
            }
        })?;
        Ok(out)
    }

    #[test]
    fn only_xmls_own_entities_are_known() {
        assert_eq!(text("<a>금리 &amp; 물가 &#44552;&unknown;<![CDATA[<b>]]></a>").unwrap(), "금리 & 물가 금<b>");
        let bomb = "<!DOCTYPE a [<!ENTITY b \"ㅋㅋㅋ\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(text(bomb), Err(ImportError::Entities));
    }

    #[test]
    fn depth_is_counted() {
        let limits = Limits::default();
        assert_eq!(text(&"<a>".repeat(300)), Err(limits.passed(Limit::Nesting)));
        assert!(text(&"<a></a>".repeat(300)).is_ok());
    }

    proptest! {
        #[test]
        fn no_text_panics(xml in "(\\PC|<|/|>|&|;|\"|!|\\[|\\]){0,200}") {
            let _ = (text(&xml), fields(&xml, &Limits::default(), ["a", "b"]));
        }
    }
}
