//! `dokpa stats`

mod html;
mod json;
mod svg;

use std::path::Path;

use super::args::Args;
use super::context::Context;
use super::{Outcome, explain, print};
use crate::clock::Clock;
use crate::messages::{Fault, ProgressLabel};
use crate::schedule::Settings;
use crate::store::Store;
use crate::tasks::{self, Learned};
use crate::time::Calendar;
use crate::tui::{self, Desk};

/// The evening on which the invented year ends.
const DEMO: &str = "2026-11-24T08:00:00+09:00";

pub fn run(context: &Context, as_json: bool, page: Option<&Path>) -> Outcome {
    let now = context.clock.now();
    let Context { store, config, calendar, lang, .. } = context;
    let learned = tasks::progress(store, &config.schedule, config.new_per_day, calendar, now)
        .map_err(|e| explain::plain_task(&e))?;
    if let Some(path) = page {
        write(path, &html::page(&learned, calendar, *lang))?;
        if !as_json {
            let said = ProgressLabel::Wrote { path: path.display().to_string() }.text(*lang);
            return if context.quiet { Ok(()) } else { print(&format!("{said}\n")) };
        }
    }
    if as_json {
        return print(&super::json::line(&json::object(&learned, calendar))?);
    }
    let lines = tui::progress_lines(&learned, calendar, *lang);
    print(&(lines.join("\n") + "\n"))
}

/// Draws the screens of an invented year into `folder`: for README, and to look at.
pub fn demo(args: &Args, folder: &Path) -> Outcome {
    let lang = super::context::language(args);
    std::fs::create_dir_all(folder).map_err(|e| unwritable(folder, &e))?;
    for (name, picture) in tui::shots(desk, lang)? {
        write(&folder.join(format!("{name}.svg")), &picture)?;
    }
    let desk = desk()?;
    let learned = learned(&desk)?;
    write(&folder.join("progress.html"), &html::page(&learned, &desk.calendar, lang))
}

/// A desk with the ready decks and a year of answers.
fn desk() -> Result<Desk, Fault> {
    let clock = Clock::pinned(DEMO).map_err(|bad| Fault::ClockPin { value: bad.value })?;
    let calendar = Calendar::new(clock.zone(), 4);
    let mut store = Store::in_memory().map_err(|e| explain::stored(&e))?;
    let settings = Settings::default();
    let made = tasks::add_ready_decks(&mut store, clock.now())
        .and_then(|_| tasks::invent_year(&mut store, &settings, &calendar, clock.now()));
    made.map_err(|e| explain::plain_task(&e))?;
    let limits =
        tasks::Limits { new_per_day: 10, reviews_per_day: 200, questions: None, order: crate::study::Order::default() };
    Ok(Desk { store, clock, calendar, limits, settings, intake: tasks::Intake::default() })
}

fn learned(desk: &Desk) -> Result<Learned, Fault> {
    tasks::progress(&desk.store, &desk.settings, desk.limits.new_per_day, &desk.calendar, desk.now())
        .map_err(|e| explain::plain_task(&e))
}

fn write(path: &Path, text: &str) -> Outcome {
    Ok(std::fs::write(path, text).map_err(|e| unwritable(path, &e))?)
}

fn unwritable(path: &Path, error: &std::io::Error) -> Fault {
    Fault::Unwritable { path: path.display().to_string(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn the_page_stands_alone_and_the_pictures_are_drawn() {
        let desk = desk().unwrap();
        let learned = learned(&desk).unwrap();
        for lang in [Lang::Ko, Lang::En] {
            let page = html::page(&learned, &desk.calendar, lang);
            assert!(page.matches("<svg").count() >= 10, "{}", page.matches("<svg").count());
            assert!(page.contains("prefers-color-scheme"));
            for outside in ["<script", "http:", "https:", "src=", "@import", "url("] {
                assert!(!page.contains(outside), "{outside}");
            }
            assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
            assert_eq!(
                page.matches("role=\"img\"").count(),
                page.matches("<svg").count(),
                "each picture has its words"
            );
        }
        let object = json::object(&learned, &desk.calendar);
        assert_eq!(object["forecast"].as_array().map(Vec::len), Some(90));
        assert_eq!(object["answers"].as_u64(), Some(u64::try_from(learned.answers).unwrap()));
        let lines = tui::progress_lines(&learned, &desk.calendar, Lang::Ko);
        assert!(lines.iter().all(|line| unicode_width::UnicodeWidthStr::width(line.as_str()) <= 80), "{lines:#?}");
    }
}
