//! The screens, opened from the command line.

use super::Outcome;
use super::args::{Args, Color};
use super::context::Context;
use crate::deck::{ArticleId, DeckId, ModeChoice};
use crate::messages::Fault;
use crate::sound::Speaker;
use crate::tasks::{self, Intake, Limits, Practice};
use crate::tui::{self, Ambiguous, Console, Desk, Start, Theme};

/// `dokpa`: the home screen.
pub fn run(context: Context, args: &Args) -> Outcome {
    let modes = context.config.modes.iter().filter_map(|(name, mode)| Some((context.deck(Some(name)).ok()??, *mode)));
    let modes = modes.collect();
    let placement = tasks::offers_placement(&context.store).map_err(|e| tasks::explain::plain_task(&e))?;
    let start = Start { mode: context.config.mode, modes, placement, ..Start::default() };
    let limits = context.limits();
    open(context, args, start, limits)
}

/// `dokpa study`: straight into a deck, or into practice.
pub fn study(
    context: Context,
    args: &Args,
    deck: Option<DeckId>,
    mode: ModeChoice,
    limits: Limits,
    practice: Option<Practice>,
) -> Outcome {
    open(context, args, Start { mode, study: Some(deck), practice, ..Start::default() }, limits)
}

/// `dokpa read`: straight into an article.
pub fn read(context: Context, args: &Args, article: ArticleId) -> Outcome {
    let start = Start { mode: context.config.mode, read: Some(article), ..Start::default() };
    let limits = context.limits();
    open(context, args, start, limits)
}

fn open(context: Context, args: &Args, start: Start, limits: Limits) -> Outcome {
    if !tui::is_possible() {
        return Err(Some(Fault::NoTerminal));
    }
    let Context { store, config, clock, calendar, lang, .. } = context;
    let console = Console {
        keyboard: config.keyboard,
        ambiguous: if config.ambiguous_width == 2 { Ambiguous::Two } else { Ambiguous::One },
        speaker: Speaker::new(config.sound),
        mouse: config.mouse,
        after_paragraph: config.after_paragraph,
    };
    let intake = Intake { limits: config.limits, deck: config.deck };
    let desk = Desk { store, clock, calendar, limits, settings: config.schedule, intake };
    if let Some(signal) = tui::run(desk, lang, Theme::new(coloured(args.color)), start, console)? {
        // Everything is stored and closed, and there is nothing to say but this status.
        std::process::exit(signal.exit_status());
    }
    Ok(())
}

/// `NO_COLOR` (no-color.org) speaks where the command line does not.
fn coloured(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}
