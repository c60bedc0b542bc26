//! What the environment's variables tell of the terminal.

use super::{Finding, Status};
use crate::messages::{Doctor, Lang};

/// Reads the variables that `get` knows.
pub fn look(get: impl Fn(&str) -> Option<String>, lang: Lang) -> Vec<Finding> {
    let set = |name: &str| get(name).filter(|value| !value.is_empty());
    let name = ["TERM_PROGRAM", "TERM"].into_iter().filter_map(set).collect::<Vec<_>>().join(", ");
    let name = if name.is_empty() { "?".to_owned() } else { name };
    let mut findings =
        vec![Finding::new("terminal", Status::Info, Some(name.clone()), &Doctor::Terminal { name }, lang)];
    let inside = [("TMUX", "tmux"), ("ZELLIJ", "zellij"), ("STY", "screen")];
    findings.push(match inside.into_iter().find(|(variable, _)| set(variable).is_some()) {
        Some((_, name)) => {
            let text = Doctor::Multiplexer { name: name.to_owned() };
            Finding::new("multiplexer", Status::Info, Some(name.to_owned()), &text, lang)
        }
        None => Finding::new("multiplexer", Status::Info, None, &Doctor::NoMultiplexer, lang),
    });
    findings.push(match depth(&set) {
        Some(depth) => {
            let text = Doctor::Colours { depth: depth.to_owned() };
            Finding::new("colours", Status::Info, Some(depth.to_owned()), &text, lang)
        }
        None => Finding::new("colours", Status::Info, None, &Doctor::NoColour, lang),
    });
    // Windows has no locale in its environment.
    if let Some(locale) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set) {
        let plain = locale.to_ascii_lowercase().replace('-', "");
        let (status, text) = if plain.contains("utf8") {
            (Status::Ok, Doctor::Unicode { locale: locale.clone() })
        } else {
            (Status::Warn, Doctor::NotUnicode { locale: locale.clone() })
        };
        findings.push(Finding::new("characters", status, Some(locale), &text, lang));
    }
    findings
}

/// How many colours; `None` where none are wanted or there are none.
fn depth(set: &impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    let term = set("TERM").unwrap_or_default();
    if set("NO_COLOR").is_some() || term == "dumb" {
        return None;
    }
    let true_colour = set("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit");
    Some(if true_colour || set("WT_SESSION").is_some() {
        "24-bit"
    } else if term.contains("256color") {
        "256"
    } else {
        "16"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(variables: &[(&str, &str)]) -> Vec<(&'static str, Option<String>, Status)> {
        let get = |name: &str| variables.iter().find(|(of, _)| *of == name).map(|(_, value)| (*value).to_owned());
        look(get, Lang::En).into_iter().map(|finding| (finding.check, finding.value, finding.status)).collect()
    }

    #[test]
    fn pitfall_18_the_multiplexer_is_named() {
        for (variable, name) in [("TMUX", "tmux"), ("ZELLIJ", "zellij"), ("STY", "screen")] {
            assert_eq!(values(&[(variable, "0")])[1], ("multiplexer", Some(name.to_owned()), Status::Info));
        }
        assert_eq!(values(&[("TMUX", "")])[1].1, None);
    }

    #[test]
    fn colours_and_characters_are_told() {
        let colours = |variables: &[(&str, &str)]| values(variables)[2].1.clone();
        assert_eq!(colours(&[("TERM", "xterm-256color")]).as_deref(), Some("256"));
        assert_eq!(colours(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]).as_deref(), Some("24-bit"));
        assert_eq!(colours(&[("TERM", "dumb")]), None);
        assert_eq!(colours(&[("NO_COLOR", "1"), ("TERM", "xterm-256color")]), None);
        assert_eq!(values(&[("LANG", "ko_KR.eucKR")])[3].2, Status::Warn);
        assert_eq!(values(&[("LANG", "ko_KR.eucKR"), ("LC_ALL", "ko_KR.utf8")])[3].2, Status::Ok);
    }
}
