//! What every verb that touches the learner's data needs: store, settings, clock.

use std::path::PathBuf;

use directories::ProjectDirs;

use super::args::Args;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::deck::{ArticleId, DeckId};
use crate::messages::{Fault, Lang, Line};
use crate::store::Store;
use crate::tasks::{self, explain};
use crate::time::Calendar;

/// The data file's name in the data folder.
const FILE: &str = "dokpa.sqlite3";

pub struct Context {
    pub store: Store,
    pub config: Config,
    pub clock: Clock,
    pub calendar: Calendar,
    pub lang: Lang,
    pub quiet: bool,
}

impl Context {
    /// Opens the learner's data; on the first start the ready decks are put in.
    pub fn open(args: &Args) -> Result<Self, Fault> {
        let clock = Clock::from_environment().map_err(|bad| Fault::ClockPin { value: bad.value })?;
        let config = load_config(args)?;
        let lang = choose(args, &config);
        let path = data_file(args)?;
        if args.verbose {
            eprintln!("dokpa: {}", Line::DataFile { path: path.display().to_string() }.text(lang));
        }
        let mut store = Store::open(&path).map_err(|error| explain::store(&error, &path))?;
        tasks::add_ready_decks(&mut store, clock.now()).map_err(|error| explain::task(&error, &path))?;
        let calendar = Calendar::new(clock.zone(), config.day_starts_at);
        Ok(Self { store, config, clock, calendar, lang, quiet: args.quiet })
    }

    /// The deck called `name`; `None` stands for all decks.
    pub fn deck(&self, name: Option<&str>) -> Result<Option<DeckId>, Fault> {
        let Some(name) = name else { return Ok(None) };
        let name = crate::korean::jamo::nfc(name.trim());
        match self.store.deck_named(&name).map_err(|e| explain::stored(&e))? {
            Some(deck) => Ok(Some(deck)),
            None => Err(Fault::UnknownDeck { name }),
        }
    }

    /// The article with this number or title; of several that have the words in their titles, none.
    pub fn article(&self, name: &str) -> Result<ArticleId, Fault> {
        let name = crate::korean::jamo::nfc(name.trim());
        let unknown = || Fault::UnknownArticle { name: name.clone() };
        let by_number = name.parse().ok().map(ArticleId);
        if let Some(id) = by_number
            && self.store.article(id).map_err(|e| explain::stored(&e))?.is_some()
        {
            return Ok(id);
        }
        match self.store.articles_titled(&name).map_err(|e| explain::stored(&e))?.as_slice() {
            [one] => Ok(*one),
            [] => Err(unknown()),
            several => Err(Fault::SeveralArticles { name, count: several.len() }),
        }
    }

    pub fn limits(&self) -> tasks::Limits {
        tasks::Limits {
            new_per_day: self.config.new_per_day,
            reviews_per_day: self.config.reviews_per_day,
            questions: None,
            order: self.config.order,
        }
    }
}

/// The language to speak: the command line's, else the settings', else the locale's. Settings that cannot be read are
/// a fault of their own, told where they are needed.
pub fn language(args: &Args) -> Lang {
    load_config(args).map_or_else(|_| args.lang(), |config| choose(args, &config))
}

fn choose(args: &Args, config: &Config) -> Lang {
    if args.lang.is_some() { args.lang() } else { config.language.unwrap_or_else(|| args.lang()) }
}

/// Where the learner's data is, or will be.
pub fn data_file(args: &Args) -> Result<PathBuf, Fault> {
    let folder = match &args.data {
        Some(folder) => folder.clone(),
        None => project()?.data_dir().to_owned(),
    };
    Ok(folder.join(FILE))
}

/// Where the settings are, or will be.
pub fn config_file(args: &Args) -> Result<PathBuf, Fault> {
    match &args.config {
        Some(path) => Ok(path.clone()),
        None => Ok(project()?.config_dir().join("config.toml")),
    }
}

pub fn load_config(args: &Args) -> Result<Config, Fault> {
    let path = config_file(args)?;
    Config::load(&path, args.config.is_some()).map_err(|error| explain_config(&error))
}

fn project() -> Result<ProjectDirs, Fault> {
    ProjectDirs::from("", "", "dokpa").ok_or(Fault::NoHome)
}

pub fn explain_config(error: &ConfigError) -> Fault {
    match error {
        ConfigError::Unreadable { path, source } => {
            Fault::ConfigUnreadable { path: path.display().to_string(), reason: source.to_string() }
        }
        ConfigError::Syntax { path, detail } => {
            Fault::ConfigSyntax { path: path.display().to_string(), detail: detail.clone() }
        }
    }
}
