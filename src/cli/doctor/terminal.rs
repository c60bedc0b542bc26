//! The part that needs somebody at a terminal: its answers, a line typed, settings offered.

use std::path::Path;

use super::super::args::Args;
use super::super::context::{config_file, explain_config, load_config};
use super::super::{Outcome, print};
use super::{Finding, Status};
use crate::config::{self, EditError, Value};
use crate::korean::keyboard::Keyboard;
use crate::messages::{Doctor, Fault, Lang};
use crate::tui::doctor::{self, Enter, Form, Probe, Typed};

pub fn examine(args: &Args, lang: Lang) -> Outcome {
    let screen = |e: std::io::Error| Fault::Screen { reason: e.to_string() };
    let tell = |status, text: &Doctor| print(&Finding::new("", status, None, text, lang).line());
    let probe = doctor::probe().map_err(screen)?;
    for (status, text) in told(&probe, lang) {
        tell(status, &text)?;
    }
    print(&format!("\n{}\n", Doctor::TypePrompt.text(lang)))?;
    let typed = doctor::listen().map_err(screen)?;
    for (status, text) in typed.iter().flat_map(heard) {
        tell(status, &text)?;
    }
    // Settings that cannot be read were told already, and are left alone.
    let (Ok(config), Ok(path)) = (load_config(args), config_file(args)) else { return Ok(()) };
    let width = probe.widths.as_ref().map(doctor::Widths::setting);
    for (key, value, shown) in offers(config.ambiguous_width, config.keyboard, width, typed.as_ref()) {
        if doctor::confirm(&Doctor::Offer { setting: shown }.text(lang)).map_err(screen)? {
            write(&path, key, value)?;
            tell(Status::Ok, &Doctor::Written { path: path.display().to_string() })?;
        } else {
            tell(Status::Info, &Doctor::NotWritten)?;
        }
    }
    Ok(())
}

fn write(path: &Path, key: &str, value: Value) -> Outcome {
    config::edit(path, &[(key, value)]).map_err(|error| {
        Some(match error {
            EditError::Present(error) => explain_config(&error),
            EditError::Unwritable { path, source } => {
                Fault::ConfigUnwritable { path: path.display().to_string(), reason: source.to_string() }
            }
        })
    })
}

/// What the terminal told of itself.
fn told(probe: &Probe, lang: Lang) -> Vec<(Status, Doctor)> {
    let Some(widths) = &probe.widths else { return vec![(Status::Warn, Doctor::WidthsUnknown)] };
    let list = widths.ambiguous.iter().map(|(text, cells)| format!("{text} {cells}")).collect::<Vec<_>>().join("  ");
    let mut told = vec![(Status::Info, Doctor::Widths { list })];
    if widths.hangul != 2 {
        told.push((Status::Bad, Doctor::HangulWidth { cells: widths.hangul }));
    }
    if widths.decomposed != 2 {
        told.push((Status::Info, Doctor::DecomposedWidth { cells: widths.decomposed }));
    }
    if let Some(kitty) = probe.kitty {
        let has = if kitty { Doctor::ProtocolYes } else { Doctor::ProtocolNo };
        told.push((Status::Info, Doctor::Protocol { has_kitty: has.text(lang) }));
    }
    told
}

/// What arrived when somebody typed.
fn heard(typed: &Typed) -> Vec<(Status, Doctor)> {
    let mut heard = vec![(Status::Info, Doctor::Arrived { list: typed.code_points() })];
    let how = if typed.pasted { Doctor::AsPaste } else { Doctor::AsKeys { count: typed.keys } };
    heard.push((Status::Info, how));
    heard.push(match typed.form {
        Form::Composed => (Status::Ok, Doctor::Composed),
        Form::Decomposed => (Status::Ok, Doctor::Decomposed),
        Form::Letters => (Status::Warn, Doctor::Letters),
        Form::Latin => (Status::Warn, Doctor::Latin),
        Form::Other => (Status::Info, Doctor::NoHangul),
    });
    heard.push(match &typed.enter {
        Enter::Last => (Status::Ok, Doctor::EnterLast),
        Enter::Early(late) => (Status::Info, Doctor::EnterEarly { late: late.clone() }),
        Enter::Twice => (Status::Info, Doctor::EnterTwice),
    });
    heard
}

type Offer = (&'static str, Value, String);

/// The settings that would help and differ from what they are: key, value, and how the line looks.
fn offers(width: u8, keyboard: Keyboard, measured: Option<u8>, typed: Option<&Typed>) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    if let Some(measured) = measured.filter(|measured| *measured != width) {
        offers.push(("ambiguous_width", Value::Number(measured.into()), format!("ambiguous_width = {measured}")));
    }
    let wanted = typed.and_then(|typed| match typed.form {
        Form::Latin | Form::Letters => Some((Keyboard::Dubeolsik, "dubeolsik")),
        Form::Composed | Form::Decomposed if !typed.pasted => Some((Keyboard::System, "system")),
        _ => None,
    });
    if let Some((_, name)) = wanted.filter(|(wanted, _)| *wanted != keyboard) {
        offers.push(("keyboard", Value::Word(name), format!("keyboard = \"{name}\"")));
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::doctor::Arrival;

    fn shown(width: u8, keyboard: Keyboard, measured: Option<u8>, typed: &str) -> Vec<String> {
        let typed = Typed::new(&typed.chars().map(Arrival::Letter).collect::<Vec<_>>(), Enter::Last);
        offers(width, keyboard, measured, Some(&typed)).into_iter().map(|(_, _, shown)| shown).collect()
    }

    #[test]
    fn only_settings_that_help_are_offered() {
        let system = Keyboard::System;
        assert_eq!(shown(1, system, Some(2), "gksrmf"), ["ambiguous_width = 2", "keyboard = \"dubeolsik\""]);
        assert_eq!(shown(2, system, Some(1), "ㅎㅏㄴ"), ["ambiguous_width = 1", "keyboard = \"dubeolsik\""]);
        assert_eq!(shown(1, Keyboard::Dubeolsik, None, "한글"), ["keyboard = \"system\""]);
        assert!(shown(1, system, Some(1), "한글").is_empty());
        assert!(shown(1, Keyboard::Dubeolsik, Some(1), "gksrmf").is_empty());
        assert!(offers(1, system, None, None).is_empty());
    }
}
