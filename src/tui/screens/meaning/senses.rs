//! What a word means: the senses one after another, the hanja and their families.

use ratatui::style::Style;
use ratatui::text::Line;

use super::Meaning;
use crate::lexicon;
use crate::messages::{Label, Sense as Say};
use crate::tasks::{Family, Origin, Sense};
use crate::tui::app::Shared;
use crate::tui::widgets::text::{clip, wrap};

impl Meaning {
    /// The sense that is shown, with the parts of the word.
    pub(super) fn senses_lines(&self, width: usize, shared: &Shared) -> Vec<Line<'static>> {
        let theme = shared.theme;
        let say = |text: &Say| text.text(shared.lang);
        let Some(sense) = self.senses.get(self.at) else {
            return wrap(&[(say(&Say::NoMeaning), theme.strong())], width);
        };
        let mut lines = wrap(&self.tabs(shared), width);
        lines.push(Line::raw(""));
        let mut head = vec![(sense.word.clone(), theme.title())];
        if let Some(hanja) = &sense.hanja {
            head.push((format!(" {hanja}"), Style::new()));
        }
        if let Some(level) = sense.level {
            head.push((format!(" {}", shared.say(&Label::LevelShown { level })), theme.faint()));
        }
        if sense.chosen {
            head.push((format!(" * {}", say(&Say::Chosen)), theme.good()));
        }
        lines.extend(wrap(&head, width));
        lines.extend(wrap(&[(sense.gloss.clone(), theme.strong())], width));
        for text in [&sense.definition, &sense.example].into_iter().flatten() {
            lines.extend(wrap(&[(text.clone(), Style::new())], width));
        }
        if self.looked.parts.len() > 1 {
            let parts = (0..self.looked.parts.len()).map(|at| part(&self.looked.parts, at)).collect::<Vec<_>>();
            let parts = Label::Parts { parts: parts.join(" + ") };
            lines.extend(wrap(&[(shared.say(&parts), Style::new())], width));
        }
        lines
    }

    /// The families of its hanja.
    pub(super) fn family_lines(&self, width: usize, shared: &Shared) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        if !self.families.is_empty() {
            lines.push(Line::raw(""));
            lines.push(Line::styled(Say::Families.text(shared.lang), shared.theme.faint()));
        }
        for family in &self.families {
            lines.extend(of_family(family, width, shared));
        }
        lines
    }

    /// The sources of the senses; the one that is shown stands in brackets.
    fn tabs(&self, shared: &Shared) -> Vec<(String, Style)> {
        let tab = |(at, sense): (usize, &Sense)| {
            let name = format!("{} {}", at + 1, source(&sense.source, shared));
            if at == self.at {
                (format!("[{name}] "), shared.theme.strong())
            } else {
                (format!(" {name}  "), shared.theme.faint())
            }
        };
        self.senses.iter().enumerate().map(tab).collect()
    }
}

/// A character with its name and meaning, and its relatives with a sentence each.
fn of_family(family: &Family, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let (meaning, sound) = family.character.reading(family.sound);
    let head = format!("{} {meaning} {sound}", family.character.hanja);
    let english = format!(" · {}", family.character.english);
    let mut lines = wrap(&[(head, theme.strong()), (english, theme.faint())], width);
    if family.members.is_empty() {
        lines.push(Line::styled(format!("  {}", Say::NoFamily.text(shared.lang)), theme.faint()));
    }
    for member in &family.members {
        let told = format!("  {} {} · {}", member.term, member.hanja, member.gloss);
        lines.push(Line::raw(clip(&told, width)));
        if let Some(sentence) = &member.sentence {
            lines.push(Line::styled(clip(&format!("    {sentence}"), width), theme.faint()));
        }
    }
    lines
}

/// A part of a compound with its hanja and gloss, as far as the lexicon has them.
fn part(parts: &[String], at: usize) -> String {
    let form = parts.get(at).map_or("", String::as_str);
    match lexicon::part(parts, at) {
        Some(entry) => [Some(form), entry.hanja, Some(entry.gloss)].into_iter().flatten().collect::<Vec<_>>().join(" "),
        None => form.to_owned(),
    }
}

/// Who says a sense, as the learner reads it.
pub fn source(origin: &Origin, shared: &Shared) -> String {
    match origin {
        Origin::Own => Say::SourceOwn.text(shared.lang),
        Origin::Dictionary(name) => crate::messages::printable(name),
        Origin::House => Say::SourceHouse.text(shared.lang),
        Origin::Parts => Say::SourceParts.text(shared.lang),
        Origin::Generated => Say::SourceGenerated.text(shared.lang),
    }
}
