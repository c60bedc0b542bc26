//! `dokpa doctor`: is everything as it should be, and if not, what to do.

mod environment;
mod terminal;

use serde::Serialize;

use super::args::Args;
use super::context::{self, config_file, data_file, load_config};
use super::{Outcome, json, print};
use crate::clock::Clock;
use crate::messages::{Doctor, Fault, Lang, printable};
use crate::tasks::{self, Data};
use crate::tui;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    /// As it should be.
    Ok,
    /// Neither good nor bad.
    Info,
    /// Something could be better.
    Warn,
    /// Something is broken: the exit code is 1.
    Bad,
}

/// What was looked at, and what was found.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    status: Status,
    /// For programs: a path, a number, a name; `null` where there is none.
    value: Option<String>,
    /// For people.
    message: String,
}

impl Finding {
    fn new(check: &'static str, status: Status, value: Option<String>, text: &Doctor, lang: Lang) -> Self {
        Self { check, status, value, message: printable(&text.text(lang)) }
    }

    fn bad(check: &'static str, value: String, fault: &Fault, lang: Lang) -> Self {
        Self { check, status: Status::Bad, value: Some(value), message: printable(&fault.text(lang)) }
    }

    /// A line with a sign in front.
    fn line(&self) -> String {
        let sign = match self.status {
            Status::Ok => "O",
            Status::Info => "-",
            Status::Warn => "!",
            Status::Bad => "X",
        };
        format!("{sign} {}\n", self.message)
    }
}

pub fn run(args: &Args, as_json: bool) -> Outcome {
    let lang = context::language(args);
    let mut findings = vec![version(lang), settings(args, lang)?];
    findings.extend(data(args, lang)?);
    findings.extend(environment::look(|name| std::env::var(name).ok(), lang));
    if as_json {
        json::lines(&findings)?;
    } else {
        print(&findings.iter().map(Finding::line).collect::<String>())?;
        if tui::is_possible() {
            terminal::examine(args, lang)?;
        }
    }
    // What is broken was told in its line.
    if findings.iter().any(|finding| finding.status == Status::Bad) { Err(None) } else { Ok(()) }
}

fn version(lang: Lang) -> Finding {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    Finding::new("version", Status::Info, Some(version.clone()), &Doctor::Version { version }, lang)
}

fn settings(args: &Args, lang: Lang) -> Result<Finding, Fault> {
    let file = config_file(args)?;
    let path = file.display().to_string();
    let value = Some(path.clone());
    Ok(match load_config(args) {
        Err(fault) => Finding::bad("settings", path, &fault, lang),
        Ok(_) if file.exists() => Finding::new("settings", Status::Ok, value, &Doctor::Settings { path }, lang),
        Ok(_) => Finding::new("settings", Status::Info, value, &Doctor::SettingsMissing { path }, lang),
    })
}

/// Where the data is, whether it is whole, and how old its last copy is.
fn data(args: &Args, lang: Lang) -> Result<Vec<Finding>, Fault> {
    let file = data_file(args)?;
    let path = file.display().to_string();
    let value = Some(path.clone());
    let (bytes, check) = match tasks::examine_data(&file) {
        Data::Missing => {
            return Ok(vec![Finding::new("data", Status::Info, value, &Doctor::DataMissing { path }, lang)]);
        }
        Data::Unreadable(fault) => return Ok(vec![Finding::bad("data", path, &fault, lang)]),
        Data::Read { bytes, check } => (bytes, check),
    };
    let kilobytes = bytes.div_ceil(1000);
    let mut findings = vec![Finding::new("data", Status::Ok, value, &Doctor::Data { path, kilobytes }, lang)];
    let pages = match check.damage.clone() {
        None => (Status::Ok, None, Doctor::Whole),
        Some(detail) => (Status::Bad, Some(detail.clone()), Doctor::Damaged { detail }),
    };
    findings.push(Finding::new("integrity", pages.0, pages.1, &pages.2, lang));
    let dangling = check.dangling;
    let (status, text) = match dangling {
        0 => (Status::Ok, Doctor::References),
        count => (Status::Bad, Doctor::Dangling { count }),
    };
    findings.push(Finding::new("references", status, Some(dangling.to_string()), &text, lang));
    let now = Clock::from_environment().map_err(|bad| Fault::ClockPin { value: bad.value })?.now();
    findings.push(match tasks::latest_backup(&file, now) {
        Some(tasks::Backup { path, days }) => {
            let text = Doctor::Backup { days, path: path.display().to_string() };
            Finding::new("backup", Status::Ok, Some(days.to_string()), &text, lang)
        }
        None => Finding::new("backup", Status::Info, None, &Doctor::NoBackup, lang),
    });
    Ok(findings)
}
