//! Help texts in the user's language, laid over the command that clap derives.

use clap::Command;

use crate::messages::{
    ArticleUsage, CheckLabel, GoalUsage, Lang, LibraryUsage, ListUsage, MemoryUsage, Sitting, Usage,
};

/// Puts the sentences of `lang` to every command and argument.
pub fn localize(command: Command, lang: Lang) -> Command {
    let command = command.about(Usage::About.text(lang)).after_help(Usage::Footer.text(lang));
    let command = command.mut_args(|arg| match of_argument(arg.get_id().as_str()) {
        Some(usage) => arg.help(usage.text(lang)),
        None => arg,
    });
    command.mut_subcommands(|verb| {
        of_memory(&verb, lang)
            .or_else(|| of_library(&verb, lang))
            .or_else(|| of_goal(&verb, lang))
            .unwrap_or_else(|| of_verb(verb, "", lang))
    })
}

/// The verbs around memory, whose sentences stand together.
fn of_memory(verb: &Command, lang: Lang) -> Option<Command> {
    let about = match verb.get_name() {
        "card" => MemoryUsage::Card,
        "optimize" => MemoryUsage::Optimize,
        "simulate" => MemoryUsage::Simulate,
        "vacation" => MemoryUsage::Vacation,
        "retention" => MemoryUsage::Retention,
        "placement" => MemoryUsage::Placement,
        _ => return None,
    };
    let arguments = |command: Command| {
        command.mut_args(|arg| {
            let help = of_memory_argument(arg.get_id().as_str()).map(|usage| usage.text(lang));
            match help.or_else(|| of_argument(arg.get_id().as_str()).map(|usage| usage.text(lang))) {
                Some(help) => arg.help(help),
                None => arg,
            }
        })
    };
    Some(arguments(verb.clone()).about(about.text(lang)).mut_subcommands(|inner| {
        let about = of_card(inner.get_name()).text(lang);
        arguments(inner).about(about)
    }))
}

/// The verbs around the library.
fn of_library(verb: &Command, lang: Lang) -> Option<Command> {
    let about = match verb.get_name() {
        "deck" => LibraryUsage::Deck.text(lang),
        "article" => ArticleUsage::Article.text(lang),
        "articles" => LibraryUsage::Articles.text(lang),
        "next" => LibraryUsage::Next.text(lang),
        _ => return None,
    };
    let arguments = |command: Command| {
        command.mut_args(|arg| {
            let id = arg.get_id().as_str();
            let own = match id {
                "deck" => Some(LibraryUsage::Name),
                "new_name" => Some(LibraryUsage::NewName),
                "into_deck" => Some(LibraryUsage::Target),
                "of_article" => Some(LibraryUsage::Article),
                "step" => Some(LibraryUsage::StepId),
                _ => None,
            };
            let of_article = match id {
                "newer" => Some(ArticleUsage::Newer),
                "article_step" => Some(ArticleUsage::StepId),
                _ => None,
            };
            let own = own.map(|usage| usage.text(lang)).or_else(|| of_article.map(|usage| usage.text(lang)));
            let help = own.or_else(|| of_argument(id).map(|usage| usage.text(lang)));
            match help {
                Some(help) => arg.help(help),
                None => arg,
            }
        })
    };
    let is_article = verb.get_name() == "article";
    Some(arguments(verb.clone()).about(about).mut_subcommands(|inner| {
        if is_article {
            let about = of_article(inner.get_name()).text(lang);
            return arguments(inner).about(about);
        }
        let about = match inner.get_name() {
            "new" => LibraryUsage::DeckNew,
            "rename" => LibraryUsage::DeckRename,
            "merge" => LibraryUsage::DeckMerge,
            "add" => LibraryUsage::DeckAdd,
            "move" => LibraryUsage::DeckMove,
            "split" => LibraryUsage::DeckSplit,
            "archive" => LibraryUsage::DeckArchive,
            "unarchive" => LibraryUsage::DeckUnarchive,
            "delete" => LibraryUsage::DeckDelete,
            "log" => LibraryUsage::DeckLog,
            _ => LibraryUsage::DeckUndo,
        };
        arguments(inner).about(about.text(lang))
    }))
}

fn of_article(verb: &str) -> ArticleUsage {
    match verb {
        "list" => ArticleUsage::List,
        "show" => ArticleUsage::Show,
        "update" => ArticleUsage::Update,
        "delete" => ArticleUsage::Delete,
        "log" => ArticleUsage::Log,
        _ => ArticleUsage::Undo,
    }
}

/// `goal` and the verbs inside it.
fn of_goal(verb: &Command, lang: Lang) -> Option<Command> {
    if verb.get_name() != "goal" {
        return None;
    }
    let arguments = |command: Command| {
        command.mut_args(|arg| {
            let own = match arg.get_id().as_str() {
                "goal_what" => GoalUsage::What,
                "goal_value" => GoalUsage::Value,
                "goal_to" => GoalUsage::To,
                "goal_by" => GoalUsage::By,
                "goal_which" => GoalUsage::Which,
                other => return of_argument(other).map_or(arg.clone(), |usage| arg.help(usage.text(lang))),
            };
            arg.help(own.text(lang))
        })
    };
    Some(arguments(verb.clone()).about(GoalUsage::Goal.text(lang)).mut_subcommands(|inner| {
        let about = match inner.get_name() {
            "list" => GoalUsage::List,
            "set" => GoalUsage::Set,
            _ => GoalUsage::Remove,
        };
        arguments(inner).about(about.text(lang))
    }))
}

fn of_card(verb: &str) -> MemoryUsage {
    match verb {
        "known" => MemoryUsage::Known,
        "ignore" => MemoryUsage::Ignore,
        "suspend" => MemoryUsage::Suspend,
        "bury" => MemoryUsage::Bury,
        "wake" => MemoryUsage::Wake,
        "reset" => MemoryUsage::Reset,
        "flag" => MemoryUsage::Flag,
        "unflag" => MemoryUsage::Unflag,
        "relieve" => MemoryUsage::Relieve,
        "leeches" => MemoryUsage::Leeches,
        _ => MemoryUsage::Show,
    }
}

fn of_memory_argument(id: &str) -> Option<MemoryUsage> {
    Some(match id {
        "apply" => MemoryUsage::Apply,
        "reschedule" => MemoryUsage::Reschedule,
        "days" => MemoryUsage::Days,
        "new_terms" => MemoryUsage::NewTerms,
        "retentions" => MemoryUsage::Retentions,
        "from" => MemoryUsage::From,
        "until" => MemoryUsage::Until,
        "value" => MemoryUsage::Value,
        "undo" => MemoryUsage::PlacementUndo,
        "dry_run" => MemoryUsage::DryRun,
        _ => return None,
    })
}

/// Of a verb, and of those inside it; `within` names the one that it is inside of.
fn of_verb(verb: Command, within: &str, lang: Lang) -> Command {
    let about = match verb.get_name() {
        // `fix`, `dict` and `feed` have verbs of the same names.
        "list" if within == "dict" => Usage::DictList,
        "list" if within == "feed" => Usage::FeedList,
        "add" if within == "feed" => Usage::FeedAdd,
        "remove" if within == "feed" => Usage::FeedRemove,
        "import" => Usage::Import,
        "decks" => Usage::Decks,
        "words" => Usage::Words,
        "fix" => Usage::Fix,
        "join" => Usage::FixJoin,
        "split" => Usage::FixSplit,
        "lemma" => Usage::FixLemma,
        "merge" => Usage::FixMerge,
        "name" => Usage::FixName,
        "term" => Usage::FixTerm,
        "ignore" => Usage::FixIgnore,
        "unignore" => Usage::FixUnignore,
        "feed" => Usage::Feed,
        "update" => Usage::FeedUpdate,
        "list" => Usage::FixList,
        "undo" => Usage::FixUndo,
        "clozes" => Usage::Clozes,
        "study" => Usage::Study,
        "read" => Usage::Read,
        "library" => Usage::Library,
        "plan" => Usage::Plan,
        "stats" => Usage::Stats,
        "demo-svg" => Usage::DemoSvg,
        "analyze" => Usage::Analyze,
        "sentences" => Usage::Sentences,
        "dict" => Usage::Dict,
        "add" => Usage::DictAdd,
        "remove" => Usage::DictRemove,
        "first" => Usage::DictFirst,
        "order" => Usage::DictOrder,
        "search" => Usage::DictSearch,
        "hanja" => Usage::DictHanja,
        "coverage" => Usage::DictCoverage,
        "gloss" => Usage::DictGloss,
        "choose" => Usage::DictChoose,
        "lookup" => Usage::Lookup,
        "doctor" => Usage::Doctor,
        "export" => Usage::Export,
        "completions" => Usage::Completions,
        _ => Usage::Man,
    };
    let verb = verb.about(about.text(lang)).mut_args(|arg| match of_argument(arg.get_id().as_str()) {
        Some(usage) => arg.help(usage.text(lang)),
        None if arg.get_id() == "ask_about" => arg.help(CheckLabel::Usage.text(lang)),
        None if of_list(arg.get_id().as_str()).is_some() => {
            let help = of_list(arg.get_id().as_str()).map_or_else(String::new, |usage| usage.text(lang));
            arg.help(help)
        }
        None if arg.get_id() == "put_in_place" => arg.help(LibraryUsage::Update.text(lang)),
        None if arg.get_id() == "flagged" => arg.help(Sitting::WordsFlagged.text(lang)),
        None => arg,
    });
    let name = verb.get_name().to_owned();
    verb.mut_subcommands(|inner| of_verb(inner, &name, lang))
}

/// How lists are sorted, filtered and searched.
fn of_list(id: &str) -> Option<ListUsage> {
    Some(match id {
        "sorted_by" => ListUsage::Sort,
        "reversed" => ListUsage::Reverse,
        "conditions" => ListUsage::Filter,
        "searched_for" => ListUsage::Search,
        _ => return None,
    })
}

fn of_argument(id: &str) -> Option<Usage> {
    Some(match id {
        "data" => Usage::Data,
        "config" => Usage::Config,
        "lang" => Usage::Language,
        "color" => Usage::Color,
        "quiet" => Usage::Quiet,
        "verbose" => Usage::Verbose,
        "sources" => Usage::Sources,
        "clipboard" => Usage::Clipboard,
        "deck" => Usage::Deck,
        "address" => Usage::Address,
        "feed" => Usage::FeedName,
        "import" => Usage::Choice,
        "no_cost" => Usage::NoCost,
        "json" => Usage::Json,
        "top" => Usage::Top,
        "mode" => Usage::Mode,
        "limit" => Usage::Limit,
        "new" => Usage::New,
        "practice" => Usage::Practice,
        "article" => Usage::PracticeArticle,
        "mistakes" => Usage::PracticeMistakes,
        "confusables" => Usage::PracticeConfusables,
        "plain" => Usage::Plain,
        "jsonl" => Usage::Jsonl,
        "file" => Usage::File,
        "text_id" => Usage::Article,
        "untouched" => Usage::Untouched,
        "text_or_deck" => Usage::ArticleOrDeck,
        "goal" => Usage::Goal,
        "put_first" => Usage::PutFirst,
        "html" => Usage::Html,
        "folder" => Usage::Folder,
        "raw" => Usage::Raw,
        "word" | "term" => Usage::Word,
        "parts" => Usage::Parts,
        "to" | "into" => Usage::Target,
        "id" => Usage::FixId,
        "pos" => Usage::FixPos,
        "dictionary" => Usage::DictFile,
        "texts" => Usage::CoverageTexts,
        "called" | "which" => Usage::DictName,
        "licence" => Usage::DictLicence,
        "replace" => Usage::DictReplace,
        "place" => Usage::DictPlace,
        "text" => Usage::SearchText,
        "most" => Usage::SearchLimit,
        "gloss" => Usage::GlossText,
        "sense" => Usage::DictPlace,
        "shell" => Usage::Shell,
        _ => return None,
    })
}
