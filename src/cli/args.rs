//! What can be said on the command line.
//!
//! One file, though a long one: it is the table of all verbs, and is read from top to bottom.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args as ClapArgs, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::help;
use crate::messages::Lang;
use crate::vocab::Pos;

#[derive(Debug, Parser)]
#[command(name = "dokpa", version, disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    #[arg(long, global = true, value_name = "DIR", env = "DOKPA_DATA", hide_env = true)]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "ko|en")]
    pub lang: Option<LangArg>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    #[arg(short, long, global = true)]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    Import {
        #[arg(value_name = "SOURCE")]
        sources: Vec<PathBuf>,
        #[arg(long)]
        clipboard: bool,
        #[arg(long, value_name = "NAME")]
        deck: Option<String>,
        #[arg(id = "put_in_place", long = "update")]
        update: bool,
        #[arg(long)]
        json: bool,
    },
    Decks {
        #[arg(long)]
        json: bool,
    },
    Deck {
        #[command(subcommand)]
        verb: DeckVerb,
        #[arg(long, global = true)]
        json: bool,
    },
    Article {
        #[command(subcommand)]
        verb: ArticleVerb,
        #[arg(long, global = true)]
        json: bool,
    },
    Articles {
        deck: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Next {
        deck: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Words {
        deck: Option<String>,
        #[arg(long, value_name = "N")]
        top: Option<usize>,
        #[command(flatten)]
        list: ListArgs,
        #[arg(long)]
        flagged: bool,
        #[arg(long)]
        json: bool,
    },
    Fix {
        #[command(subcommand)]
        verb: FixVerb,
        #[arg(long, global = true)]
        json: bool,
    },
    Feed {
        #[command(subcommand)]
        verb: FeedVerb,
        #[arg(long, global = true)]
        json: bool,
    },
    Clozes {
        deck: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Study(StudyArgs),
    Read {
        #[arg(value_name = "ARTICLE", id = "text_id")]
        article: Option<String>,
        #[arg(long, id = "untouched")]
        raw: bool,
        #[arg(long)]
        plain: bool,
        #[arg(long = "check", id = "ask_about", conflicts_with = "untouched")]
        check: bool,
        #[arg(long, requires = "ask_about")]
        json: bool,
    },
    Library {
        deck: Option<String>,
        #[command(flatten)]
        list: ListArgs,
        #[arg(long)]
        json: bool,
    },
    Plan {
        #[arg(value_name = "ARTICLE|DECK|FEED|FOLDER", id = "text_or_deck")]
        of: Option<String>,
        #[arg(long, value_name = "PERCENT", id = "goal", default_value_t = 95)]
        to: usize,
        #[arg(long, id = "put_first")]
        first: bool,
        #[arg(long)]
        json: bool,
    },
    Stats {
        #[arg(long)]
        json: bool,
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    Goal {
        #[command(subcommand)]
        verb: GoalVerb,
        #[arg(long, global = true)]
        json: bool,
    },
    #[command(hide = true)]
    DemoSvg {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
    Card {
        #[command(subcommand)]
        verb: CardVerb,
        #[arg(long, global = true)]
        json: bool,
    },
    Optimize(OptimizeArgs),
    Simulate(SimulateArgs),
    Vacation {
        from: Option<String>,
        until: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Retention {
        deck: String,
        value: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Placement {
        #[arg(long)]
        dry_run: bool,
        #[arg(long, conflicts_with = "dry_run")]
        undo: bool,
        #[arg(long)]
        json: bool,
    },
    Analyze {
        #[arg(default_value = "-")]
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
    Sentences {
        #[arg(default_value = "-")]
        file: PathBuf,
        #[arg(long)]
        raw: bool,
    },
    Dict {
        #[command(subcommand)]
        verb: DictVerb,
    },
    Doctor {
        #[arg(long)]
        json: bool,
    },
    Export {
        deck: String,
        file: PathBuf,
    },
    Completions {
        shell: clap_complete::Shell,
    },
    Man,
    /// The other side of `import::apart`.
    #[command(hide = true)]
    ParseSource,
    /// For developers.
    #[command(hide = true)]
    Replay,
    #[command(hide = true)]
    TimeAnswers {
        deck: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum GoalVerb {
    List,
    Set {
        #[arg(id = "goal_what", value_name = "WHAT")]
        what: GoalMeasure,
        #[arg(id = "goal_value", value_name = "N|ARTICLE")]
        value: String,
        #[arg(id = "goal_to", long = "to", value_name = "PERCENT", default_value_t = 95, value_parser = clap::value_parser!(u8).range(1..=100))]
        to: u8,
        #[arg(id = "goal_by", long = "by", value_name = "DATE")]
        by: Option<String>,
    },
    Remove {
        #[arg(id = "goal_which", value_name = "N|MEASURE")]
        which: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GoalMeasure {
    Minutes,
    Cards,
    Terms,
    Article,
}

#[derive(Debug, Subcommand)]
pub enum FeedVerb {
    Add {
        #[arg(value_name = "URL")]
        address: String,
    },
    List,
    Update {
        #[arg(long, value_name = "N,N|all")]
        import: Option<String>,
        #[arg(long)]
        no_cost: bool,
        #[arg(long, value_name = "NAME")]
        deck: Option<String>,
    },
    Remove {
        #[arg(value_name = "N|URL")]
        feed: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum ArticleVerb {
    List {
        deck: Option<String>,
    },
    Show {
        #[arg(id = "of_article", value_name = "ARTICLE")]
        article: String,
    },
    Update {
        #[arg(id = "of_article", value_name = "ARTICLE")]
        article: String,
        #[arg(id = "newer", value_name = "FILE|URL")]
        source: PathBuf,
    },
    Delete {
        #[arg(id = "of_article", value_name = "ARTICLE")]
        article: String,
    },
    Log,
    Undo {
        #[arg(id = "article_step", value_name = "ID")]
        id: Option<i64>,
    },
}

#[derive(Debug, Subcommand)]
pub enum DeckVerb {
    New {
        #[arg(value_name = "NAME")]
        deck: String,
    },
    Rename {
        #[arg(value_name = "OLD")]
        deck: String,
        #[arg(id = "new_name", value_name = "NEW")]
        new: String,
    },
    Merge {
        #[arg(value_name = "FROM")]
        deck: String,
        #[arg(id = "into_deck", value_name = "INTO")]
        into: String,
    },
    Add {
        #[arg(id = "of_article", value_name = "ARTICLE")]
        article: String,
        deck: String,
    },
    Move {
        #[arg(id = "of_article", value_name = "ARTICLE")]
        article: String,
        #[arg(value_name = "FROM")]
        deck: String,
        #[arg(id = "into_deck", value_name = "TO")]
        into: String,
    },
    Split {
        deck: String,
        #[arg(id = "new_name", value_name = "NEW")]
        new: String,
        #[arg(id = "of_article", required = true, num_args = 1.., value_name = "ARTICLE")]
        articles: Vec<String>,
    },
    Archive {
        deck: String,
    },
    Unarchive {
        deck: String,
    },
    Delete {
        deck: String,
    },
    Log,
    Undo {
        #[arg(id = "step", value_name = "ID")]
        id: Option<i64>,
    },
}

#[derive(Debug, Subcommand)]
pub enum FixVerb {
    Join {
        #[arg(required = true, num_args = 2.., value_name = "WORD")]
        parts: Vec<String>,
    },
    Split {
        term: String,
        #[arg(required = true, num_args = 2.., value_name = "PART")]
        parts: Vec<String>,
    },
    Lemma {
        term: String,
        to: String,
        #[arg(long, value_name = "POS")]
        pos: Option<PosArg>,
    },
    Merge {
        term: String,
        into: String,
    },
    Name {
        term: String,
    },
    Term {
        term: String,
    },
    Ignore {
        term: String,
    },
    Unignore {
        term: String,
    },
    List,
    Undo {
        id: Option<i64>,
    },
}

#[derive(Debug, Subcommand)]
pub enum CardVerb {
    Show { term: String },
    Known { term: String },
    Ignore { term: String },
    Suspend { term: String },
    Bury { term: String },
    Wake { term: String },
    Reset { term: String },
    Flag { term: String },
    Unflag { term: String },
    Relieve { term: String },
    Leeches,
}

/// In which order a list stands, and what of it is shown.
#[derive(Debug, Default, ClapArgs)]
pub struct ListArgs {
    #[arg(long = "sort", id = "sorted_by", value_name = "BY")]
    pub sort: Option<String>,
    #[arg(long = "reverse", id = "reversed")]
    pub reverse: bool,
    #[arg(long = "filter", id = "conditions", value_name = "NAME=VALUE")]
    pub filters: Vec<String>,
    #[arg(long = "search", id = "searched_for", value_name = "TEXT")]
    pub search: Option<String>,
}

impl ListArgs {
    /// Whether anything is wished.
    pub const fn is_given(&self) -> bool {
        self.sort.is_some() || self.reverse || !self.filters.is_empty() || self.search.is_some()
    }
}

#[derive(Debug, ClapArgs)]
pub struct OptimizeArgs {
    #[arg(long)]
    pub apply: bool,
    #[arg(long)]
    pub reschedule: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct SimulateArgs {
    #[arg(long, value_name = "N", default_value = "365", value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub days: u32,
    #[arg(id = "new_terms", long = "new", value_name = "N", value_delimiter = ',')]
    pub new: Vec<u32>,
    #[arg(id = "retentions", long = "retention", value_name = "R", value_delimiter = ',')]
    pub retention: Vec<f32>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum DictVerb {
    Add {
        #[arg(value_name = "FILE")]
        dictionary: PathBuf,
        #[arg(long, id = "called", value_name = "NAME")]
        name: Option<String>,
        #[arg(long, value_name = "TEXT")]
        licence: Option<String>,
        #[arg(long)]
        replace: bool,
    },
    List {
        #[arg(long)]
        json: bool,
    },
    Remove {
        #[arg(id = "which", value_name = "NAME")]
        name: String,
    },
    First {
        #[arg(id = "which", value_name = "NAME")]
        name: String,
    },
    Order {
        #[arg(id = "which", value_name = "NAME")]
        name: String,
        #[arg(value_name = "N")]
        place: usize,
    },
    Lookup {
        word: String,
        #[arg(long)]
        json: bool,
    },
    Search {
        text: String,
        #[arg(long, id = "most", value_name = "N", default_value_t = 20)]
        limit: usize,
        #[arg(long)]
        json: bool,
    },
    Hanja {
        word: String,
        #[arg(long)]
        json: bool,
    },
    Coverage {
        #[arg(required = true, value_name = "FILE")]
        texts: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Gloss {
        word: String,
        #[arg(id = "gloss", value_name = "TEXT")]
        text: Vec<String>,
        #[arg(long, value_name = "POS")]
        pos: Option<PosArg>,
    },
    Choose {
        word: String,
        #[arg(id = "sense", value_name = "N")]
        number: usize,
        #[arg(long, value_name = "POS")]
        pos: Option<PosArg>,
    },
}

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "the command line's switches")]
pub struct StudyArgs {
    pub deck: Option<String>,
    #[arg(long)]
    pub mode: Option<ModeArg>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long, value_name = "N")]
    pub new: Option<u32>,
    #[arg(long)]
    pub practice: bool,
    #[arg(long, value_name = "ID|TITLE", requires = "practice")]
    pub article: Option<String>,
    #[arg(long, requires = "practice", conflicts_with = "article")]
    pub mistakes: bool,
    #[arg(long, requires = "practice", conflicts_with_all = ["article", "mistakes"])]
    pub confusables: bool,
    #[arg(long, conflicts_with = "jsonl")]
    pub plain: bool,
    #[arg(long)]
    pub jsonl: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ModeArg {
    Auto,
    Reveal,
    Choice,
    Type,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PosArg {
    Noun,
    Verb,
    Adjective,
    Adverb,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    Ko,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

impl From<PosArg> for Pos {
    fn from(pos: PosArg) -> Self {
        match pos {
            PosArg::Noun => Self::Noun,
            PosArg::Verb => Self::Verb,
            PosArg::Adjective => Self::Adjective,
            PosArg::Adverb => Self::Adverb,
        }
    }
}

impl Args {
    /// The language asked for, or the locale's.
    pub fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::Ko) => Lang::Ko,
            Some(LangArg::En) => Lang::En,
            None => locale(),
        }
    }
}

fn locale() -> Lang {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    Lang::from_locale(&["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default())
}

/// The command with its help in the language that `--lang` or the locale asks for.
pub fn command() -> clap::Command {
    let words: Vec<String> = std::env::args().collect();
    let asked = words.iter().enumerate().find_map(|(i, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(i + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let lang = match asked.as_deref() {
        Some("ko") => Lang::Ko,
        Some("en") => Lang::En,
        _ => locale(),
    };
    help::localize(Args::command(), lang)
}

/// Reads the command line. `Err` holds the exit code after help, version or wrong usage was printed.
pub fn parse() -> Result<Args, ExitCode> {
    let told = |error: clap::Error| {
        let _ = error.print();
        ExitCode::from(u8::from(error.use_stderr()) * 2)
    };
    let matches = command().try_get_matches().map_err(told)?;
    Args::from_arg_matches(&matches).map_err(told)
}
