//! A few questions about an article that was read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::deck::ArticleId;
use crate::messages::{CheckLabel as Say, Fault, printable};
use crate::reader::{CheckKind, CheckQuestion, LABELS};
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::{Command, Context};
use crate::tui::widgets::rows::Rows;
use crate::tui::widgets::text::wrap;

/// Cells of a line.
const MEASURE: usize = 74;

pub struct Checking {
    article: ArticleId,
    title: String,
    questions: Vec<CheckQuestion>,
    at: usize,
    /// The choice under the cursor, and the one that was made.
    under: usize,
    seen: Rows,
    given: Option<usize>,
    right: usize,
}

impl Checking {
    /// `None` where the article gives nothing to ask.
    pub fn new(shared: &Shared, article: ArticleId, title: &str) -> Result<Option<Self>, Fault> {
        let questions = shared.desk.check_reading(article)?;
        let title = printable(title);
        let empty = questions.is_empty();
        Ok((!empty).then_some(Self {
            article,
            title,
            questions,
            at: 0,
            under: 0,
            seen: Rows::default(),
            given: None,
            right: 0,
        }))
    }

    pub fn context(&self) -> Context {
        match (self.questions.get(self.at), self.given) {
            (Some(_), None) => Context::Checking,
            _ => Context::Checked,
        }
    }

    pub fn obey(&mut self, command: Command, shared: &mut Shared) -> Go {
        let choices = self.questions.get(self.at).map_or(0, |question| question.choices.len());
        match command {
            Command::Up => self.under = self.under.saturating_sub(1),
            Command::Down => self.under = (self.under + 1).min(choices.saturating_sub(1)),
            Command::Choose(choice) if usize::from(choice) < choices => self.choose(usize::from(choice), shared),
            Command::Submit => self.choose(self.under, shared),
            Command::GoOn if self.at < self.questions.len() => {
                self.at += 1;
                self.under = 0;
                self.given = None;
            }
            Command::GoOn | Command::Back => return Go::Back,
            _ => {}
        }
        Go::Stay
    }

    /// Stored at once: who leaves keeps what was answered.
    fn choose(&mut self, choice: usize, shared: &mut Shared) {
        let Some(question) = self.questions.get(self.at) else { return };
        let passed = choice == question.right;
        match shared.desk.record_check(self.article, question.kind, passed) {
            Ok(()) => {
                self.given = Some(choice);
                self.under = choice;
                self.right += usize::from(passed);
            }
            Err(fault) => shared.fault = Some(fault),
        }
    }

    /// Chooses the choice on a line of the screen. Whether it was chosen before, and is not answered yet.
    pub fn click(&mut self, y: u16) -> bool {
        // The lines before the choices are the row 0.
        let Some(row) = self.seen.at(y).and_then(|row| row.checked_sub(1)) else { return false };
        self.given.is_none() && std::mem::replace(&mut self.under, row) == row
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let say = |text: &Say| text.text(shared.lang);
        let of = self.questions.len();
        let place = say(&Say::Position { at: (self.at + 1).min(of), of });
        header(frame, area, shared, &say(&Say::Title { title: self.title.clone() }), &place);
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let width = MEASURE.min(usize::from(area.width));
        let mut heights = Vec::new();
        let lines = match self.questions.get(self.at) {
            Some(question) => self.question(question, width, &mut heights, shared),
            None => wrap(&[(say(&Say::Summary { right: self.right, of }), shared.theme.strong())], width),
        };
        // Where it is too long for the screen, what is chosen and what is said of it stay in sight.
        let skip = lines.len().saturating_sub(usize::from(body.height));
        self.seen.show_tall(body.y, skip, heights);
        frame.render_widget(Paragraph::new(lines.into_iter().skip(skip).collect::<Vec<_>>()), body);
    }

    /// `heights` are told the lines above the choices, and those of each choice.
    fn question(
        &self,
        question: &CheckQuestion,
        width: usize,
        heights: &mut Vec<usize>,
        shared: &Shared,
    ) -> Vec<Line<'static>> {
        let say = |text: &Say| text.text(shared.lang);
        let mut lines = wrap(&[(say(&crate::tasks::asked(question.kind)), shared.theme.strong())], width);
        for (label, sentence) in LABELS.iter().zip(&question.about) {
            let label = if question.kind == CheckKind::Order { format!("{label}. ") } else { "   ".to_owned() };
            lines.extend(hung(&label, &printable(sentence), width, Style::new()));
        }
        if !question.about.is_empty() {
            lines.push(Line::default());
        }
        heights.push(lines.len());
        for (at, choice) in question.choices.iter().enumerate() {
            let (sign, style) = match self.given {
                None if at == self.under => ('>', shared.theme.selected()),
                None => (' ', Style::new()),
                Some(_) if at == question.right => ('O', shared.theme.good()),
                Some(given) if at == given => ('X', shared.theme.bad()),
                Some(_) => (' ', shared.theme.faint()),
            };
            let choice = hung(&format!("{sign} {} ", at + 1), &printable(choice), width, style);
            heights.push(choice.len());
            lines.extend(choice);
        }
        if let Some(given) = self.given {
            let right = (question.right + 1).to_string();
            let passed = given == question.right;
            let style = if passed { shared.theme.good() } else { shared.theme.bad() };
            lines.extend(wrap(&[(say(&if passed { Say::Right } else { Say::Wrong { right } }), style)], width));
        }
        lines
    }
}

/// Lines that hang behind a label.
fn hung(label: &str, text: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let indent = crate::tui::widgets::text::cells(label);
    let hang = |(at, line): (usize, Line<'static>)| {
        let mut spans = vec![Span::styled(if at == 0 { label.to_owned() } else { " ".repeat(indent) }, style)];
        spans.extend(line.spans);
        Line::from(spans)
    };
    wrap(&[(text.to_owned(), style)], width.saturating_sub(indent)).into_iter().enumerate().map(hang).collect()
}
