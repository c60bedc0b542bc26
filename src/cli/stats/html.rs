//! `dokpa stats --html`: one page that stands alone. No script, nothing from outside; light and dark as the reader's system
//! wishes.

use super::svg::{self, Bar, number};
use crate::messages::{CheckLabel, Domain, GoalLabel, Lang, ProgressLabel as Say, escaped};
use crate::tasks::progress_said::{
    age, hard, minutes_by_week, mixed_up, percent, said, speed_by_week, understood, understood_by_kind, whole,
};
use crate::tasks::{Known, Learned};
use crate::time::{Calendar, StudyDay};

const STYLE: &str = "
:root{color-scheme:light dark;--paper:#f7f5f0;--card:#fff;--ink:#24292f;--faint:#667080;--grid:#e6e2d9;--empty:#efece5;
--c1:#2f7d6d;--c2:#7fb8a4;--c3:#cfe3da;--mark:#c2553d;--h1:#cfe3da;--h2:#8fc4b0;--h3:#4d9c86;--h4:#1f6455}
@media (prefers-color-scheme:dark){:root{--paper:#14171c;--card:#1d2128;--ink:#e4e8ee;--faint:#98a2b3;--grid:#2c323c;
--empty:#262c35;--c1:#6cc3ab;--c2:#3f8672;--c3:#2b5146;--mark:#f08a6c;--h1:#23473d;--h2:#347563;--h3:#4fa38b;--h4:#86dcc3}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif;word-break:keep-all}
main{max-width:1120px;margin:0 auto;padding:32px 20px 60px}h1{font-size:28px;margin:0}
.date{color:var(--faint);margin:2px 0 22px}.grid-of-cards{display:grid;gap:18px;grid-template-columns:repeat(2,minmax(0,1fr))}
.tiles{display:grid;gap:14px;grid-template-columns:repeat(4,minmax(0,1fr));margin-bottom:18px}
.tile,section{background:var(--card);border-radius:14px;padding:18px 20px;box-shadow:0 1px 3px #0001}
.tile b{display:block;font-size:28px;line-height:1.2;color:var(--c1)}.tile span{color:var(--faint);font-size:14px}
section h2{font-size:17px;margin:0 0 4px}section p{margin:0 0 12px;color:var(--faint);font-size:14.5px}
section.wide{grid-column:1/-1}svg{display:block;width:100%;height:auto}
.label{font-size:16px;fill:var(--faint)}section.wide .label{font-size:8px}
@media (max-width:760px){section .label,section.wide .label{font-size:20px}}
.grid{stroke:var(--grid);stroke-width:1}.mark{stroke:var(--mark);stroke-width:2}
.empty{fill:var(--empty)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}
.h0{fill:var(--empty)}.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}.h4{fill:var(--h4)}
@media (max-width:760px){.grid-of-cards{grid-template-columns:1fr}.tiles{grid-template-columns:repeat(2,1fr)}}
";

pub fn page(learned: &Learned, calendar: &Calendar, lang: Lang) -> String {
    Page { learned, calendar, lang }.whole()
}

struct Page<'a> {
    learned: &'a Learned,
    calendar: &'a Calendar,
    lang: Lang,
}

impl Page<'_> {
    fn say(&self, text: &Say) -> String {
        text.text(self.lang)
    }

    fn date(&self, day: StudyDay) -> String {
        self.calendar.date(day).to_string()
    }

    fn whole(&self) -> String {
        let said = said(self.learned, self.lang);
        let code = if self.lang == Lang::Ko { "ko" } else { "en" };
        let title = escaped(&self.say(&Say::PageTitle));
        let date = escaped(&self.say(&Say::AsOf { date: self.date(self.learned.today) }));
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>\
             <style>{STYLE}</style></head><body><main>\n<h1>{title}</h1><p class=\"date\">{date}</p>\n"
        );
        out.push_str(&self.tiles());
        out.push_str("<div class=\"grid-of-cards\">\n");
        let one = |text: &Say| vec![self.say(text)];
        out.push_str(&self.goals());
        self.section(&mut out, "wide", &Say::Year, &[self.say(&said.year), self.say(&said.streak)], Self::year);
        self.section(&mut out, "", &Say::Retention, &one(&said.retention), Self::retention);
        if let Some(error) = &said.calibration {
            self.section(&mut out, "", &Say::Calibration, &one(error), Self::calibration);
        }
        self.section(&mut out, "wide", &Say::Forecast, &one(&said.forecast), Self::forecast);
        self.section(&mut out, "", &Say::States, &one(&said.states), Self::states);
        self.section(&mut out, "", &Say::Words, &one(&said.words), Self::words);
        let said_of = |text: &Option<Say>| text.iter().map(|text| self.say(text)).collect::<Vec<_>>();
        self.section(&mut out, "", &Say::Levels, &said_of(&said.levels), Self::levels);
        self.section(&mut out, "", &Say::Domains, &said_of(&said.domains), Self::domains);
        self.section(&mut out, "", &Say::Reading, &one(&said.reading), |page, said| {
            page.weekly(&Say::SpeedAxis, &speed_by_week(page.learned, 53), said)
        });
        self.section(&mut out, "", &Say::Time, &one(&said.time), |page, said| {
            page.weekly(&Say::MinutesAxis, &minutes_by_week(page.learned, 53), said)
        });
        if let Some(said) = understood(self.learned) {
            out.push_str(&self.understood(&said.text(self.lang)));
        }
        let list = |out: &mut String, title: &Say, list: String| {
            self.section(out, "wide", title, &[list], |_, _| String::new());
        };
        list(&mut out, &Say::Hard, hard(self.learned, self.lang));
        list(&mut out, &Say::MixedUp, mixed_up(self.learned, self.lang));
        self.section(&mut out, "wide", &Say::Hanja, &one(&said.hanja), Self::hanja);
        out.push_str("</div>\n</main></body></html>\n");
        out
    }

    fn section(
        &self,
        out: &mut String,
        class: &str,
        title: &Say,
        said: &[String],
        chart: impl Fn(&Self, &str) -> String,
    ) {
        let said = said.join(" ");
        let (title, text) = (escaped(&self.say(title)), escaped(&said));
        out.push_str(&format!(
            "<section class=\"{class}\"><h2>{title}</h2><p>{text}</p>{}</section>\n",
            chart(self, &said)
        ));
    }

    /// The four numbers that are looked for first.
    fn tiles(&self) -> String {
        let learned = self.learned;
        let retained = learned.retained().percent().map_or_else(|| "-".to_owned(), |percent| format!("{percent}%"));
        let words = percent(learned.words.last().copied().unwrap_or(0), learned.all_words);
        let tiles = [
            (learned.learned().to_string(), Say::States),
            (retained, Say::Retention),
            (format!("{words}%"), Say::Words),
            (learned.finished.to_string(), Say::Reading),
        ];
        let tile = |(value, label): &(String, Say)| {
            format!("<div class=\"tile\"><b>{}</b><span>{}</span></div>", escaped(value), escaped(&self.say(label)))
        };
        format!("<div class=\"tiles\">{}</div>\n", tiles.iter().map(tile).collect::<String>())
    }

    /// What questions about the articles came to.
    fn understood(&self, said: &str) -> String {
        let say = |text: &CheckLabel| text.text(self.lang);
        let row = |(label, answers, passed): (CheckLabel, usize, usize)| Bar {
            label: say(&label),
            part: number(passed) / number(answers.max(1)),
            behind: 0.0,
            mark: None,
            told: self.say(&Say::OfAnswers { percent: percent(passed, answers), answers }),
        };
        let bars: Vec<Bar> = understood_by_kind(self.learned).into_iter().map(row).collect();
        let title = escaped(&say(&CheckLabel::Section));
        format!(
            "<section class=\"wide\"><h2>{title}</h2><p>{}</p>{}</section>\n",
            escaped(said),
            svg::bars(&bars, said)
        )
    }

    /// What was set out to be done, and how it stands.
    fn goals(&self) -> String {
        let say = |text: &GoalLabel| text.text(self.lang);
        let row = |found: &crate::tasks::GoalStanding| {
            let said: Vec<String> = found.said(self.calendar).iter().map(say).collect();
            let name = found.headline(self.calendar, self.lang);
            format!("<p><b>{}</b><br>{}</p>", escaped(&name), escaped(&said.join(" ")))
        };
        let rows: String = self.learned.goals.iter().map(row).collect();
        if rows.is_empty() {
            return rows;
        }
        format!("<section class=\"wide\"><h2>{}</h2>{rows}</section>\n", escaped(&say(&GoalLabel::Title)))
    }

    fn year(&self, said: &str) -> String {
        let learned = self.learned;
        let weekday = i32::from(self.calendar.date(learned.today).weekday().to_monday_zero_offset());
        let monday = learned.today.plus(-weekday - 7 * 52);
        let answers = |day: StudyDay| learned.days.get(&day).map_or(0, |day| day.answers);
        let most = (0..371).map(|at| answers(monday.plus(at))).max().unwrap_or(0).max(1);
        let cell = svg::WIDTH / 53.0;
        let mut out = String::new();
        for at in 0..371 {
            let day = monday.plus(at);
            if day > learned.today {
                break;
            }
            let (week, weekday) = (f64::from(at / 7), f64::from(at % 7));
            let count = answers(day);
            let level = if count == 0 { 0 } else { (count * 4).div_ceil(most).min(4) };
            let told = self.say(&Say::DayAnswers { date: self.date(day), count });
            let (x, y) = (week * cell, 16.0 + weekday * cell);
            out.push_str(&svg::rect(x, y, cell - 2.0, cell - 2.0, &format!("h{level}"), &told));
            let date = self.calendar.date(day);
            if at % 7 == 0 && date.day() <= 7 {
                out.push_str(&svg::text(x, 11.0, "start", "label", &date.month().to_string()));
            }
        }
        svg::picture(16.0 + 7.0 * cell, said, &out)
    }

    fn retention(&self, said: &str) -> String {
        let row = |(at, of): (usize, &crate::stats::Retention)| Bar {
            label: self.say(&age(at)),
            part: of.part().unwrap_or(0.0),
            behind: 0.0,
            mark: Some(self.learned.desired),
            told: match of.percent() {
                Some(percent) => self.say(&Say::OfAnswers { percent, answers: of.answers }),
                None => self.say(&Say::NoAnswers),
            },
        };
        svg::bars(&self.learned.retention.iter().enumerate().map(row).collect::<Vec<_>>(), said)
    }

    fn calibration(&self, said: &str) -> String {
        let row = |bin: &crate::stats::Bin| Bar {
            label: self.say(&Say::Predicted { percent: whole(bin.predicted * 100.0) }),
            part: bin.actual,
            behind: 0.0,
            mark: Some(bin.predicted),
            told: self.say(&Say::OfAnswers { percent: whole(bin.actual * 100.0), answers: bin.answers }),
        };
        let telling = self.learned.calibration.iter().filter(|bin| bin.answers >= 20);
        svg::bars(&telling.map(row).collect::<Vec<_>>(), said)
    }

    fn forecast(&self, said: &str) -> String {
        let days = &self.learned.forecast.days;
        let values: Vec<f64> = days.iter().map(|cards| number(*cards)).collect();
        let on = |ahead: usize| self.date(self.learned.today.plus(i32::try_from(ahead).unwrap_or(0)));
        let labels = [0, 30, 60, 89].map(|ahead| (ahead, on(ahead)));
        svg::columns(&values, &labels, |at| format!("{}: {}", on(at), values.get(at).unwrap_or(&0.0)), said)
    }

    /// Labels under a year of days.
    fn year_labels(&self, count: usize) -> Vec<(usize, String)> {
        let on = |at: usize| {
            let ago = i32::try_from(count.saturating_sub(at + 1)).unwrap_or(0);
            self.date(self.learned.today.plus(-ago))
        };
        [0, count / 2, count.saturating_sub(1)].map(|at| (at, on(at))).to_vec()
    }

    fn states(&self, said: &str) -> String {
        #[expect(clippy::cast_precision_loss, reason = "a picture's places")]
        let layer = |name: Say, class: &'static str, of: fn(&crate::stats::Stock) -> i64| {
            (self.say(&name), class, self.learned.stocks.iter().map(|stock| of(stock).max(0) as f64).collect())
        };
        let layers = [
            layer(Say::StateMature, "c1", |stock| stock.mature),
            layer(Say::StateYoung, "c2", |stock| stock.young),
            layer(Say::StateLearning, "c3", |stock| stock.learning),
        ];
        svg::areas(&layers, &self.year_labels(self.learned.stocks.len()), said)
    }

    fn words(&self, said: &str) -> String {
        let values = self.learned.words.iter().map(|words| number(*words)).collect();
        let layers = [(self.say(&Say::Words), "c1", values)];
        svg::areas(&layers, &self.year_labels(self.learned.words.len()), said)
    }

    fn known(&self, label: String, of: Known, most: usize) -> Bar {
        Bar {
            label,
            part: number(of.known) / number(most.max(1)),
            behind: number(of.met) / number(most.max(1)),
            mark: None,
            told: self.say(&Say::KnownOf { known: of.known, met: of.met }),
        }
    }

    fn levels(&self, said: &str) -> String {
        let levels = &self.learned.levels;
        let most = levels.iter().map(|of| of.met).max().unwrap_or(0);
        let row = |(at, of): (usize, &Known)| {
            let label = if at < 6 { Say::Level { level: at + 1 } } else { Say::NoLevel };
            self.known(self.say(&label), *of, most)
        };
        svg::bars(&levels.iter().enumerate().map(row).collect::<Vec<_>>(), said)
    }

    fn domains(&self, said: &str) -> String {
        let most = self.learned.domains.iter().map(|(_, of)| of.met).max().unwrap_or(0);
        let row = |(name, of): &(&str, Known)| self.known(Domain::named(name).text(self.lang), *of, most);
        svg::bars(&self.learned.domains.iter().take(7).map(row).collect::<Vec<_>>(), said)
    }

    fn hanja(&self, said: &str) -> String {
        let worst = self.learned.hanja.first().map_or(1.0, |hard| hard.rate);
        let row = |hard: &crate::stats::HardHanja| {
            let percent = whole(hard.rate * 100.0);
            let told = Say::HanjaTold { percent, answers: hard.answers, words: hard.words.join(", ") };
            let label = format!("{} {}", hard.character, hard.reading);
            Bar { label, part: hard.rate / worst, behind: 0.0, mark: None, told: self.say(&told) }
        };
        if self.learned.hanja.is_empty() {
            return String::new();
        }
        svg::bars(&self.learned.hanja.iter().map(row).collect::<Vec<_>>(), said)
    }

    fn weekly(&self, axis: &Say, values: &[i64], said: &str) -> String {
        #[expect(clippy::cast_precision_loss, reason = "a picture's places")]
        let values: Vec<f64> = values.iter().map(|value| *value as f64).collect();
        let last = values.len().saturating_sub(1);
        let labels =
            [(0, self.say(&Say::Ago { weeks: last })), (last / 2, self.say(axis)), (last, self.say(&Say::Now))];
        svg::columns(&values, &labels, |at| values.get(at).unwrap_or(&0.0).to_string(), said)
    }
}
