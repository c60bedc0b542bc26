//! The lines of the list of words, and the word under the cursor in full.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::deck::{Due, Status, WordSort};
use crate::messages::{Label, ListLabel as Say, printable};
use crate::reader::Knowledge;
use crate::schedule::Scheduler;
use crate::tasks::WordLine;
use crate::tui::app::Shared;
use crate::tui::screens::reading::knowledge;
use crate::tui::screens::study::MEASURE;
use crate::tui::widgets::text::{cells, fit, fit_right, rule, seams, wrap, wrap_at};
use crate::vocab::Kind;

/// Cells of a word, and of its hanja.
const TERM: usize = 18;
const HANJA: usize = 9;
/// Cells of a count, and of other numbers that the list is sorted by.
const COUNT: usize = 4;
const VALUE: usize = 6;

/// Cells of the columns whose words depend on the language, and what the list is sorted by.
pub struct Columns {
    kind: usize,
    state: usize,
    sort: WordSort,
    /// Where the chance of recall is shown.
    scheduler: Option<Scheduler>,
}

impl Columns {
    pub fn new(sort: WordSort, shared: &Shared) -> Self {
        let widest = |texts: Vec<String>| texts.iter().map(|text| cells(text)).max().unwrap_or(0);
        let states = Knowledge::ALL.iter().map(|state| knowledge(*state).text(shared.lang));
        Self {
            kind: widest(crate::deck::KINDS.map(|one| shared.say(&kind(one))).to_vec()),
            state: widest(states.chain([Say::Suspended.text(shared.lang)]).collect()),
            sort,
            scheduler: if sort == WordSort::Recall { shared.desk.scheduler() } else { None },
        }
    }

    pub fn heading(&self, width: usize, shared: &Shared) -> String {
        let say = |label| shared.say(label);
        let value = match self.sort {
            WordSort::Due => Say::ColumnDue.text(shared.lang),
            WordSort::Stability => Say::ColumnStability.text(shared.lang),
            WordSort::Recall => Say::ColumnRecall.text(shared.lang),
            WordSort::Added => Say::ColumnAdded.text(shared.lang),
            _ => say(&Label::ColumnCount),
        };
        let [term, kind, level] = [&Label::ColumnTerm, &Label::ColumnKind, &Label::ColumnLevel].map(say);
        let [state, hanja, gloss] = [&Label::ColumnState, &Label::ColumnHanja, &Label::ColumnGloss].map(say);
        self.row("    ", [&term, &kind, &value, &level, &state, &hanja, &gloss], width)
    }

    pub fn line(&self, row: &WordLine, selected: bool, marked: bool, width: usize, shared: &Shared) -> Line<'static> {
        let (sign, state) = state(row, shared);
        let front = format!("{}{}{sign} ", if selected { '>' } else { ' ' }, if marked { '*' } else { ' ' });
        let level = row.level.map_or_else(String::new, |level| level.to_string());
        let (hanja, gloss) = (row.hanja.as_deref().unwrap_or_default(), row.gloss.as_deref().unwrap_or_default());
        let (kind, value) = (shared.say(&kind(row.term.kind)), self.value(row, shared));
        let text = self.row(&front, [&row.term.term, &kind, &value, &level, &state, hanja, gloss], width);
        Line::styled(text, if selected { shared.theme.selected() } else { Style::new() })
    }

    /// What the list is sorted by, else the count.
    fn value(&self, row: &WordLine, shared: &Shared) -> String {
        let desk = &shared.desk;
        let today = desk.calendar.day(desk.now());
        let memory = row.card.and_then(|card| card.memory);
        match self.sort {
            WordSort::Due => row.card.and_then(|card| card.due).map_or_else(String::new, |due| {
                let day = match due {
                    Due::At(at) => desk.calendar.day(at),
                    Due::On(day) => day,
                };
                days(day.days_since(today), shared)
            }),
            WordSort::Stability => memory.map_or_else(String::new, |memory| {
                #[expect(clippy::cast_possible_truncation, reason = "days, and the cast saturates")]
                let whole = memory.stability.round() as i32;
                days(whole, shared)
            }),
            WordSort::Recall => match (&self.scheduler, row.card.filter(|card| card.memory.is_some())) {
                (Some(scheduler), Some(card)) => {
                    format!("{:.0}%", scheduler.retrievability(&card, today, &desk.calendar) * 100.0)
                }
                _ => String::new(),
            },
            WordSort::Added => row.added_at.map_or_else(String::new, |at| {
                let date = desk.calendar.date(desk.calendar.day(at));
                format!("{:02}-{:02}", date.month(), date.day())
            }),
            _ => row.count.to_string(),
        }
    }

    /// Term, kind, value, level, state, hanja, gloss; the gloss has what is left.
    fn row(&self, front: &str, [term, kind, value, level, state, hanja, gloss]: [&str; 7], width: usize) -> String {
        let wide = match self.sort {
            WordSort::Due | WordSort::Stability | WordSort::Recall | WordSort::Added => VALUE,
            _ => COUNT,
        };
        let text = format!(
            "{front}{} {} {} {} {} {} {gloss}",
            fit(term, TERM),
            fit(kind, self.kind),
            fit_right(value, wide),
            fit_right(level, 2),
            fit(state, self.state),
            fit(hanja, HANJA),
        );
        fit(&text, width)
    }
}

fn days(count: i32, shared: &Shared) -> String {
    match u32::try_from(count) {
        Ok(count) => shared.say(&Label::Days { count }),
        Err(_) => format!("-{}", shared.say(&Label::Days { count: count.unsigned_abs() })),
    }
}

/// The term under the cursor in full.
pub fn details(row: &WordLine, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let theme = shared.theme;
    let mut lines = vec![Line::styled(rule(width), theme.faint())];
    let mut head = vec![(row.term.term.clone(), theme.title())];
    head.push((format!(" {}", shared.desk.pronunciation(&row.term)), theme.faint()));
    if let Some(hanja) = &row.hanja {
        head.push((format!(" {hanja}"), Style::new()));
    }
    if let Some(level) = row.level {
        head.push((format!(" {}", shared.say(&Label::LevelShown { level })), theme.faint()));
    }
    head.push((format!(" {}", shared.say(&Label::Count { count: row.count })), theme.faint()));
    if !row.term.parts.is_empty() {
        head.push((format!(" {}", shared.say(&Label::Parts { parts: row.term.parts.join(" + ") })), theme.faint()));
    }
    let (example, short_for) = shared.desk.example(row.term.id);
    if let Some(long) = short_for {
        head.push((format!(" {}", shared.say(&Label::ShortFor { long })), Style::new()));
    }
    lines.extend(wrap(&head, width));
    let gloss = row.gloss.clone().unwrap_or_else(|| shared.say(&Label::NoGloss));
    lines.extend(wrap(&[(gloss, Style::new())], width));
    if let Some(example) = example {
        let example = printable(&example);
        let seams = seams(&example, &row.term.parts);
        let example = marked(&example, &row.term.term, theme.answer());
        lines.extend(wrap_at(&example, &seams, width.min(MEASURE.into())));
    }
    lines
}

/// The example with the term marked where its letters stand; a verb is looked for by its stem.
fn marked(example: &str, term: &str, style: Style) -> Vec<(String, Style)> {
    let stem = |ending| term.strip_suffix(ending);
    let found = [Some(term), stem("하다"), stem("되다"), stem("다")].into_iter().flatten().find_map(|part| {
        let (before, after) = example.split_once(part).filter(|_| !part.is_empty())?;
        Some(vec![(before.to_owned(), Style::new()), (part.to_owned(), style), (after.to_owned(), Style::new())])
    });
    found.unwrap_or_else(|| vec![(example.to_owned(), Style::new())])
}

pub const fn kind(kind: Kind) -> Label {
    match kind {
        Kind::Compound => Label::KindCompound,
        Kind::Noun => Label::KindNoun,
        Kind::Verb => Label::KindVerb,
        Kind::Adjective => Label::KindAdjective,
        Kind::Adverb => Label::KindAdverb,
        Kind::Idiom => Label::KindIdiom,
        Kind::Name => Label::KindName,
    }
}

/// Where a term stands, as a sign and in words.
fn state(row: &WordLine, shared: &Shared) -> (char, String) {
    if row.card.is_some_and(|card| card.status == Status::Suspended) {
        return ('-', Say::Suspended.text(shared.lang));
    }
    let state = row.knowledge();
    let sign = match state {
        _ if row.card.is_some_and(|card| card.leech) => '!',
        _ if row.card.is_some_and(|card| card.flagged) => '#',
        Knowledge::New => ' ',
        Knowledge::Known => '=',
        Knowledge::Mature => '+',
        other => other.sign().unwrap_or(' '),
    };
    (sign, knowledge(state).text(shared.lang))
}
