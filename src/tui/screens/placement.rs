//! The placement test: offered at the first start, then a word a screen, then what it found.
//!
//! Nothing is stored before the learner says so at the end, so that leaving in the middle leaves nothing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::study::MEASURE;
use crate::messages::{Fault, Label, PlacementLabel as Say};
use crate::study::placement::{MOST, Placed};
use crate::tasks::PlacementTest;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{self, Command, Context};
use crate::tui::widgets::chart;
use crate::tui::widgets::text::wrap;

/// Words shown of those that will be marked.
const EXAMPLES: usize = 12;

/// Cells of the bar that shows how far the test is.
const BAR: usize = 30;

pub struct Placement {
    stage: Stage,
}

enum Stage {
    Offer,
    Asking(PlacementTest),
    /// What was found, and what it would mark.
    Found {
        test: PlacementTest,
        placed: Placed,
        count: usize,
        examples: Vec<String>,
    },
    Marked(usize),
}

impl Placement {
    /// The question whether to take the test.
    pub const fn offered() -> Self {
        Self { stage: Stage::Offer }
    }

    /// The test's first word.
    pub fn begun(shared: &Shared) -> Self {
        let seed = shared.desk.now().as_millis().unsigned_abs();
        Self { stage: Stage::Asking(PlacementTest::new(seed)) }
    }

    pub const fn context(&self) -> Context {
        match self.stage {
            Stage::Offer => Context::PlacementOffer,
            Stage::Asking(_) => Context::Placing,
            Stage::Found { .. } => Context::PlacementFound,
            Stage::Marked(_) => Context::PlacementMarked,
        }
    }

    /// Whether a command of this place does anything now.
    pub const fn works(&self, command: Command) -> bool {
        match &self.stage {
            Stage::Found { placed, .. } => placed.known_up_to > 0 || !matches!(command, Command::MarkKnown),
            _ => true,
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        self.done(command, shared).unwrap_or_else(|fault| {
            shared.fault = Some(fault);
            Go::Stay
        })
    }

    fn done(&mut self, command: Command, shared: &mut Shared) -> Result<Go, Fault> {
        match (&mut self.stage, command) {
            (Stage::Offer, Command::Begin) => *self = Self::begun(shared),
            (Stage::Offer, Command::Decline) => {
                shared.desk.decline_placement()?;
                note(shared, &Say::Declined { key: key(Context::Home, Command::Placement) });
                return Ok(Go::Back);
            }
            (Stage::Asking(test), Command::Know | Command::DontKnow) => {
                test.answer(command == Command::Know);
                if test.word().is_none() {
                    self.stage = found(test.clone(), shared)?;
                }
            }
            (Stage::Asking(test), Command::Undo) => {
                let was_answered = test.take_back();
                if !was_answered {
                    note(shared, &Say::NothingToUndo);
                }
            }
            (Stage::Asking(_), Command::Back) => {
                note(shared, &Say::BrokenOff);
                return Ok(Go::Back);
            }
            (Stage::Found { test, .. }, Command::Undo) => {
                let mut test = test.clone();
                test.take_back();
                self.stage = Stage::Asking(test);
            }
            (Stage::Found { placed, .. }, Command::MarkKnown) if placed.known_up_to > 0 => {
                let count = shared.desk.mark_known(placed.known_up_to)?;
                self.stage = Stage::Marked(count);
            }
            (Stage::Found { .. }, Command::Back) => {
                // The test was taken: it is not offered again.
                shared.desk.mark_known(0)?;
                note(shared, &Say::NotMarked);
                return Ok(Go::Back);
            }
            (Stage::Marked(_), Command::Undo) => {
                let count = shared.desk.unmark_known()?;
                note(shared, &Say::Unmarked { count });
                return Ok(Go::Back);
            }
            (Stage::Marked(_), Command::Back) => return Ok(Go::Back),
            _ => {}
        }
        Ok(Go::Stay)
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let progress = match &self.stage {
            Stage::Asking(test) => say(&Say::Progress { number: test.answered() + 1, most: MOST }),
            _ => String::new(),
        };
        header(frame, area, shared, &say(&Say::Title), &progress);
        let body =
            Rect { y: area.y + 3, height: area.height.saturating_sub(3), width: area.width.min(MEASURE), ..area };
        let lines = match &self.stage {
            Stage::Offer => offer(),
            Stage::Asking(test) => asking(test, shared),
            Stage::Found { test, placed, count, examples } => findings(test, *placed, *count, examples),
            Stage::Marked(count) => marked(*count),
        };
        let mut shown: Vec<Line> = Vec::new();
        for (text, tone) in lines {
            shown.extend(wrap(&[(text.text(shared.lang), tone.style(shared))], body.width.into()));
        }
        frame.render_widget(Paragraph::new(shown), body);
    }
}

/// What the test found, before anything is marked.
fn found(test: PlacementTest, shared: &Shared) -> Result<Stage, Fault> {
    let placed = test.placed();
    let easy = shared.desk.easy_terms(placed.known_up_to)?;
    // The hardest of them tell best what is about to happen.
    let examples = easy.iter().rev().take(EXAMPLES).rev().map(|(term, _)| term.term.clone()).collect();
    Ok(Stage::Found { test, placed, count: easy.len(), examples })
}

enum Text {
    Say(Say),
    Raw(String),
    Empty,
}

impl Text {
    fn text(&self, lang: crate::messages::Lang) -> String {
        match self {
            Self::Say(say) => say.text(lang),
            Self::Raw(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }
}

#[derive(Clone, Copy)]
enum Tone {
    Plain,
    Title,
    Strong,
    Faint,
    Good,
}

impl Tone {
    fn style(self, shared: &Shared) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Title => shared.theme.title(),
            Self::Strong => shared.theme.strong(),
            Self::Faint => shared.theme.faint(),
            Self::Good => shared.theme.good(),
        }
    }
}

type Row = (Text, Tone);

const EMPTY: Row = (Text::Empty, Tone::Plain);

fn offer() -> Vec<Row> {
    let of = |command| key(Context::PlacementOffer, command);
    vec![
        (Text::Say(Say::OfferHead), Tone::Title),
        EMPTY,
        (Text::Say(Say::Offer), Tone::Plain),
        EMPTY,
        (Text::Say(Say::OfferKeys { begin: of(Command::Begin), decline: of(Command::Decline) }), Tone::Strong),
        (Text::Say(Say::OfferLater { key: key(Context::Home, Command::Placement) }), Tone::Faint),
    ]
}

fn asking(test: &PlacementTest, shared: &Shared) -> Vec<Row> {
    let of = |command| key(Context::Placing, command);
    let word = test.word().map_or("", |entry| entry.word);
    let mut rows = vec![
        (Text::Raw(chart::bar(part(test.answered()), BAR, None)), Tone::Faint),
        EMPTY,
        (Text::Raw(word.to_owned()), Tone::Title),
        EMPTY,
        (Text::Say(Say::Ask), Tone::Plain),
        (Text::Say(Say::Keys { know: of(Command::Know), unknown: of(Command::DontKnow) }), Tone::Strong),
    ];
    if let Some((entry, known)) = test.last() {
        let said = if *known { Say::SaidKnown } else { Say::SaidUnknown }.text(shared.lang);
        rows.push(EMPTY);
        let (word, gloss) = (entry.word.to_owned(), entry.gloss.to_owned());
        rows.push((Text::Say(Say::Last { word, gloss, said }), Tone::Faint));
        rows.push((Text::Say(Say::LastUndo { key: of(Command::Undo) }), Tone::Faint));
    }
    rows
}

fn findings(test: &PlacementTest, placed: Placed, count: usize, examples: &[String]) -> Vec<Row> {
    let of = |command| key(Context::PlacementFound, command);
    let answers = Say::EndAnswers { answered: test.answered(), known: test.known() };
    let back = (Text::Say(Say::EndBack { key: of(Command::Undo) }), Tone::Faint);
    if placed.known_up_to == 0 {
        return vec![
            (Text::Say(Say::EndNone), Tone::Title),
            (Text::Say(answers), Tone::Faint),
            EMPTY,
            (Text::Say(Say::EndLeave { leave: of(Command::Back) }), Tone::Strong),
            back,
        ];
    }
    let mut rows = vec![
        (Text::Say(Say::EndHead { level: placed.known_up_to }), Tone::Title),
        (Text::Say(answers), Tone::Faint),
        EMPTY,
        (Text::Say(Say::EndMark { count }), Tone::Plain),
    ];
    if !examples.is_empty() {
        rows.push((Text::Say(Say::EndExamples { words: examples.join(", ") }), Tone::Faint));
    }
    rows.push(EMPTY);
    rows.push((Text::Say(Say::EndKeys { mark: of(Command::MarkKnown), leave: of(Command::Back) }), Tone::Strong));
    rows.push(back);
    rows
}

fn marked(count: usize) -> Vec<Row> {
    let of = |command| key(Context::PlacementMarked, command);
    vec![
        (Text::Say(Say::Marked { count }), Tone::Good),
        EMPTY,
        (Text::Say(Say::MarkedUndo { undo: of(Command::Undo), leave: of(Command::Back) }), Tone::Strong),
        (Text::Say(Say::MarkedLater), Tone::Faint),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen words")]
fn part(answered: usize) -> f64 {
    answered as f64 / MOST as f64
}

/// The first key of a command, which every input method lets through.
fn key(context: Context, command: Command) -> String {
    let keys = keymap::bindings(context).find(|(other, _)| *other == command);
    keys.and_then(|(_, keys)| keys.into_iter().next()).unwrap_or_default()
}

fn note(shared: &mut Shared, say: &Say) {
    shared.notice = Some(Label::Note { text: say.text(shared.lang) });
}
