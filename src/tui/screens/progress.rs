//! Progress: charts of the year, each with its number in words.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::messages::{CheckLabel, Domain, Fault, GoalLabel, Lang, ProgressLabel as Say};
use crate::tasks::progress_said::{
    Said, age, hard, minutes_by_week, mixed_up, percent, said, speed_by_week, understood, understood_by_kind,
    understood_by_week, whole,
};
use crate::tasks::{Known, Learned};
use crate::time::{Calendar, StudyDay};
use crate::tui::Theme;
use crate::tui::app::{Go, Shared, header};
use crate::tui::keymap::Command;
use crate::tui::widgets::chart::{bar, columns, heat, shades, stacks};
use crate::tui::widgets::text::{cells, clip, fit, fit_right, wrap};

/// Cells of a chart with its labels.
const MEASURE: usize = 76;
/// Weeks of a chart, one column each.
const WEEKS: i32 = 53;
/// Rows of a chart of columns.
const ROWS: usize = 5;
/// Cells of a bar.
const BAR: usize = 30;
/// Domains that are shown.
const DOMAINS: usize = 8;

pub struct Progress {
    learned: Learned,
    scrolled: usize,
    /// Lines that the last frame left below, and those of a page.
    below: Cell<(usize, usize)>,
}

impl Progress {
    pub fn new(shared: &Shared) -> Result<Self, Fault> {
        Ok(Self { learned: shared.desk.progress()?, scrolled: 0, below: Cell::new((0, 10)) })
    }

    /// What was set elsewhere shows here.
    pub fn refresh(&mut self, shared: &Shared) -> Result<(), Fault> {
        self.learned = shared.desk.progress()?;
        Ok(())
    }

    pub fn obey(&mut self, command: Command) -> Go {
        let (most, page) = self.below.get();
        self.scrolled = match command {
            Command::Up => self.scrolled.saturating_sub(1),
            Command::Down => self.scrolled + 1,
            Command::PageUp => self.scrolled.saturating_sub(page),
            Command::PageDown => self.scrolled + page,
            Command::First => 0,
            Command::Last => most,
            Command::Back => return Go::Back,
            Command::Goals => return Go::Goals(None),
            _ => self.scrolled,
        }
        .min(most);
        Go::Stay
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, shared: &Shared) {
        let (lang, calendar) = (shared.lang, &shared.desk.calendar);
        let date = calendar.date(self.learned.today).to_string();
        header(frame, area, shared, &Say::Title.text(lang), &Say::AsOf { date }.text(lang));
        let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        let page = Page { learned: &self.learned, calendar, lang, theme: shared.theme };
        let sections = page.sections();
        let height = usize::from(body.height);
        let wide = usize::from(body.width) >= 2 * MEASURE;
        let half = if wide { halves(&sections) } else { sections.len() };
        let (left, right) = sections.split_at(half);
        let longest = [left, right].map(|side| side.iter().map(Vec::len).sum::<usize>()).into_iter().max().unwrap_or(0);
        self.below.set((longest.saturating_sub(height), height.saturating_sub(1).max(1)));
        let gap = body.width / 2;
        for (side, x) in [(left, body.x), (right, body.x + gap)] {
            let lines: Vec<Line> = side.iter().flatten().skip(self.scrolled).take(height).cloned().collect();
            let width = if wide { gap } else { body.width };
            frame.render_widget(Paragraph::new(lines), Rect { x, width: width.min(body.right() - x), ..body });
        }
    }
}

/// After how many sections the first of two columns ends, so that both are about as long.
fn halves(sections: &[Vec<Line<'static>>]) -> usize {
    let all: usize = sections.iter().map(Vec::len).sum();
    let mut sum = 0;
    sections
        .iter()
        .take_while(|section| {
            sum += section.len();
            sum <= all / 2 + 4
        })
        .count()
        .max(1)
}

/// The same in lines, for `dokpa stats`.
pub fn lines(learned: &Learned, calendar: &Calendar, lang: Lang) -> Vec<String> {
    let page = Page { learned, calendar, lang, theme: Theme::new(false) };
    page.sections().into_iter().flatten().map(|line| line.to_string().trim_end().to_owned()).collect()
}

struct Page<'a> {
    learned: &'a Learned,
    calendar: &'a Calendar,
    lang: Lang,
    theme: Theme,
}

type Section = Vec<Line<'static>>;

impl Page<'_> {
    fn say(&self, text: &Say) -> String {
        text.text(self.lang)
    }

    fn sections(&self) -> Vec<Section> {
        let said = said(self.learned, self.lang);
        if self.learned.since.is_none() {
            let today = self.section(&Say::Today, &[&said.today], Vec::new());
            return vec![today, self.goals(), self.section(&Say::Title, &[&Say::Nothing], Vec::new())];
        }
        vec![
            self.section(&Say::Today, &[&said.today], Vec::new()),
            self.goals(),
            self.section(&Say::Year, &[&said.year, &said.streak], self.year()),
            self.section(&Say::Retention, &[&said.retention], self.retention()),
            self.calibration(&said),
            self.section(&Say::Forecast, &[&said.forecast], self.forecast()),
            self.section(&Say::States, &[&said.states], self.states()),
            self.section(&Say::Words, &[&said.words], self.words()),
            self.section(&Say::Levels, &said.levels.iter().collect::<Vec<_>>(), self.levels()),
            self.section(&Say::Domains, &said.domains.iter().collect::<Vec<_>>(), self.domains()),
            self.section(
                &Say::Reading,
                &[&said.reading],
                self.weeks(&Say::SpeedAxis, &speed_by_week(self.learned, WEEKS)),
            ),
            self.section(
                &Say::Time,
                &[&said.time],
                self.weeks(&Say::MinutesAxis, &minutes_by_week(self.learned, WEEKS)),
            ),
            self.understood(),
            self.list(&Say::Hard, hard(self.learned, self.lang)),
            self.list(&Say::MixedUp, mixed_up(self.learned, self.lang)),
            self.section(&Say::Hanja, &[&said.hanja], self.hanja()),
        ]
    }

    /// A title, sentences, a chart, and an empty line.
    fn section(&self, title: &Say, said: &[&Say], chart: Section) -> Section {
        let mut lines = vec![Line::styled(self.say(title), self.theme.title())];
        for text in said {
            lines.extend(wrap(&[(self.say(text), Style::new())], MEASURE - 2));
        }
        lines.extend(chart);
        lines.push(Line::raw(""));
        lines
    }

    /// What questions about the articles came to; nothing where none was asked.
    fn understood(&self) -> Section {
        let Some(said) = understood(self.learned) else { return Vec::new() };
        let say = |text: &CheckLabel| text.text(self.lang);
        let mut lines = vec![Line::styled(say(&CheckLabel::Section), self.theme.title())];
        lines.extend(wrap(&[(say(&said), Style::new())], MEASURE - 2));
        for (label, answers, passed) in understood_by_kind(self.learned) {
            #[expect(clippy::cast_precision_loss, reason = "a bar of a few cells")]
            let part = passed as f64 / answers.max(1) as f64;
            let told = Say::OfAnswers { percent: percent(passed, answers), answers };
            lines.push(self.bar(&say(&label), part, None, &self.say(&told)));
        }
        lines.push(Line::styled(say(&CheckLabel::Axis), self.theme.faint()));
        let weeks = understood_by_week(self.learned, WEEKS);
        lines.extend(self.columns(&weeks, &Say::Ago { weeks: weeks.len().saturating_sub(1) }, &Say::Now));
        lines.push(Line::raw(""));
        lines
    }

    /// What was set out to be done; nothing where there is no goal.
    fn goals(&self) -> Section {
        if self.learned.goals.is_empty() {
            return Vec::new();
        }
        let say = |text: &GoalLabel| text.text(self.lang);
        let mut lines = vec![Line::styled(say(&GoalLabel::Title), self.theme.title())];
        for found in &self.learned.goals {
            let name = found.headline(self.calendar, self.lang);
            lines.push(Line::styled(clip(&name, MEASURE - 2), self.theme.strong()));
            let said: Vec<String> = found.said(self.calendar).iter().map(say).collect();
            lines.extend(wrap(&[(said.join(" "), Style::new())], MEASURE - 2));
        }
        lines.push(Line::raw(""));
        lines
    }

    /// A row for each day of the week, a column for each week; the last one holds today.
    fn year(&self) -> Section {
        let learned = self.learned;
        let answers = |day: StudyDay| learned.days.get(&day).map_or(0, |day| day.answers);
        let most = (0..7 * WEEKS).map(|ago| answers(learned.today.plus(-ago))).max().unwrap_or(0).max(1);
        let today = self.calendar.date(learned.today).weekday().to_monday_zero_offset();
        let monday = learned.today.plus(-i32::from(today) - 7 * (WEEKS - 1));
        let mut lines = vec![Line::styled(self.months(monday), self.theme.faint())];
        // Every other day has its name.
        let names = [Some(Say::Monday), None, Some(Say::Wednesday), None, Some(Say::Friday), None, Some(Say::Sunday)];
        for (weekday, named) in (0..).zip(names) {
            let mut row = String::new();
            for week in 0..WEEKS {
                let day = monday.plus(7 * week + weekday);
                let count = answers(day);
                let level = if count == 0 { 0 } else { (count * 4).div_ceil(most).min(4) };
                row.push(if day > learned.today { ' ' } else { heat(level) });
            }
            let name = named.map_or_else(String::new, |day| self.say(&day));
            lines.push(Line::from(vec![
                Span::styled(fit(&name, 4), self.theme.faint()),
                Span::styled(row, self.theme.good()),
            ]));
        }
        lines.push(Line::styled(self.say(&Say::YearScale { most }), self.theme.faint()));
        lines
    }

    /// The number of each month above the week in which it begins.
    fn months(&self, monday: StudyDay) -> String {
        let mut row = " ".repeat(4);
        for week in 0..WEEKS {
            let last = self.calendar.date(monday.plus(7 * week + 6));
            let at = 4 + usize::try_from(week).unwrap_or(0);
            if last.day() <= 7 && cells(&row) <= at {
                row = fit(&row, at) + &last.month().to_string();
            }
        }
        row
    }

    fn retention(&self) -> Section {
        let row = |(at, of): (usize, &crate::stats::Retention)| {
            let told = match of.percent() {
                Some(percent) => Say::OfAnswers { percent, answers: of.answers },
                None => Say::NoAnswers,
            };
            self.bar(&self.say(&age(at)), of.part().unwrap_or(0.0), Some(self.learned.desired), &self.say(&told))
        };
        if self.learned.retained().answers == 0 {
            return Vec::new();
        }
        self.learned.retention.iter().enumerate().map(row).collect()
    }

    fn calibration(&self, said: &Said) -> Section {
        let Some(error) = &said.calibration else { return Vec::new() };
        // A bin of a few answers says nothing.
        let telling = self.learned.calibration.iter().filter(|bin| bin.answers >= 20);
        let row = |bin: &crate::stats::Bin| {
            let label = self.say(&Say::Predicted { percent: whole(bin.predicted * 100.0) });
            let told = Say::OfAnswers { percent: whole(bin.actual * 100.0), answers: bin.answers };
            self.bar(&label, bin.actual, Some(bin.predicted), &self.say(&told))
        };
        self.section(&Say::Calibration, &[error], telling.map(row).collect())
    }

    fn bar(&self, label: &str, part: f64, mark: Option<f64>, told: &str) -> Line<'static> {
        Line::from(vec![
            Span::raw(fit(label, 18)),
            Span::styled(bar(part, BAR, mark), self.theme.good()),
            Span::raw(format!(" {told}")),
        ])
    }

    /// Columns with the highest value at their left, and what stands under their ends.
    fn columns(&self, values: &[i64], from: &Say, to: &Say) -> Section {
        let most = values.iter().copied().max().unwrap_or(0);
        self.chart(&columns(values, ROWS), most, values.len(), from, to)
    }

    fn chart(&self, rows: &[String], most: i64, width: usize, from: &Say, to: &Say) -> Section {
        let mut lines: Section = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let label = if index == 0 { most.to_string() } else { String::new() };
            lines.push(Line::from(vec![
                Span::styled(format!("{} ", fit_right(&label, 6)), self.theme.faint()),
                Span::styled(row.clone(), self.theme.good()),
            ]));
        }
        let (from, to) = (self.say(from), self.say(to));
        let gap = width.saturating_sub(cells(&from) + cells(&to));
        lines.push(Line::styled(format!("       {from}{}{to}", " ".repeat(gap)), self.theme.faint()));
        lines
    }

    fn forecast(&self) -> Section {
        // Two days a column, so that 90 days are seen at 80 columns.
        let pairs = self.learned.forecast.days.chunks(2);
        let values: Vec<i64> = pairs.map(|pair| i64::try_from(pair.iter().sum::<usize>()).unwrap_or(0)).collect();
        self.columns(&values, &Say::Now, &Say::InDays { days: self.learned.forecast.days.len() })
    }

    fn states(&self) -> Section {
        let weeks = weekly(&self.learned.stocks);
        let values: Vec<Vec<i64>> =
            weeks.iter().map(|stock| vec![stock.mature.max(0), stock.young.max(0), stock.learning.max(0)]).collect();
        let most = weeks.iter().map(|stock| stock.all()).max().unwrap_or(0);
        let ago = Say::Ago { weeks: weeks.len().saturating_sub(1) };
        let mut lines = self.chart(&stacks(&values, ROWS + 1, &shades()), most, weeks.len(), &ago, &Say::Now);
        let names = [Say::StateMature, Say::StateYoung, Say::StateLearning];
        let legend = shades().into_iter().zip(names).map(|(shade, name)| format!("{shade} {}", self.say(&name)));
        lines.push(Line::styled(format!("       {}", legend.collect::<Vec<_>>().join("   ")), self.theme.faint()));
        lines
    }

    fn words(&self) -> Section {
        let weeks = weekly(&self.learned.words);
        let values: Vec<i64> = weeks.iter().map(|words| i64::try_from(*words).unwrap_or(0)).collect();
        self.columns(&values, &Say::Ago { weeks: weeks.len().saturating_sub(1) }, &Say::Now)
    }

    fn weeks(&self, axis: &Say, values: &[i64]) -> Section {
        if values.iter().all(|value| *value == 0) {
            return Vec::new();
        }
        let mut lines = vec![Line::styled(self.say(axis), self.theme.faint())];
        lines.extend(self.columns(values, &Say::Ago { weeks: values.len().saturating_sub(1) }, &Say::Now));
        lines
    }

    fn known(&self, label: &str, of: Known, most: usize) -> Line<'static> {
        #[expect(clippy::cast_precision_loss, reason = "a bar of a few cells")]
        let part = of.known as f64 / most.max(1) as f64;
        let told =
            format!("{} ({}%)", self.say(&Say::KnownOf { known: of.known, met: of.met }), percent(of.known, of.met));
        self.bar(label, part, None, &told)
    }

    fn levels(&self) -> Section {
        let most = self.learned.levels.iter().map(|level| level.known).max().unwrap_or(0);
        let row = |(at, of): (usize, &Known)| {
            let label = if at < 6 { Say::Level { level: at + 1 } } else { Say::NoLevel };
            self.known(&self.say(&label), *of, most)
        };
        self.learned.levels.iter().enumerate().map(row).collect()
    }

    fn domains(&self) -> Section {
        let most = self.learned.domains.iter().map(|(_, of)| of.known).max().unwrap_or(0);
        let row = |(name, of): &(&str, Known)| self.known(&Domain::named(name).text(self.lang), *of, most);
        self.learned.domains.iter().take(DOMAINS).map(row).collect()
    }

    /// A title and a list of terms.
    fn list(&self, title: &Say, list: String) -> Section {
        self.section(title, &[], wrap(&[(list, Style::new())], MEASURE - 2))
    }

    /// Bars beside the hardest.
    fn hanja(&self) -> Section {
        let worst = self.learned.hanja.first().map_or(1.0, |hard| hard.rate);
        let row = |hard: &crate::stats::HardHanja| {
            let percent = whole(hard.rate * 100.0);
            let told = Say::HanjaTold { percent, answers: hard.answers, words: hard.words.join(", ") };
            let label = format!("{} {}", hard.character, hard.reading);
            let mut line = self.bar(&label, hard.rate / worst, None, &self.say(&told));
            // Its words may be long.
            if let Some(last) = line.spans.last_mut() {
                last.content = fit(&last.content, MEASURE.saturating_sub(18 + BAR)).trim_end().to_owned().into();
            }
            line
        };
        self.learned.hanja.iter().map(row).collect()
    }
}

/// The value of every seventh day, so that the last is today's.
fn weekly<T: Copy>(days: &[T]) -> Vec<T> {
    let mut weeks: Vec<T> = days.iter().rev().step_by(7).copied().collect();
    weeks.truncate(usize::try_from(WEEKS).unwrap_or(0));
    weeks.reverse();
    weeks
}
