//! Which key does what, where: one table for the keys, the footer and the help screen.
//!
//! Every command has a key that a Korean input method lets through (arrows, Enter, Tab, Esc, digits, F-keys); letters
//! are a convenience and are heard in Korean mode as well. No two differ by Shift.

mod label;
mod table;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::korean::keyboard;
use crate::reader::Measure;

pub use self::label::{label, label_in};
use self::table::TABLE;

/// Where the learner is, as far as keys are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    Home,
    /// A question to recall.
    Asking,
    /// A question with four choices.
    Choosing,
    /// A question to type: letters go to the field.
    Typing,
    Answered,
    Finished,
    Words,
    /// The words of a correction are typed: letters go to the field.
    Correcting,
    /// The list of corrections.
    Corrections,
    /// A search in the dictionaries: letters go to the field.
    LookingUp,
    /// A word with its senses.
    Meaning,
    /// The learner's own gloss is typed: letters go to the field.
    Glossing,
    /// An article, word by word.
    Reading,
    /// An article is said sentence by sentence.
    Listening,
    /// The list of articles.
    Library,
    /// A search in a list: letters go to the field.
    Finding,
    /// Conditions on what a list shows.
    Filtering,
    /// What to do with the lines that are marked.
    Acting,
    /// A deck's name is typed: letters go to the field.
    Naming,
    /// What to learn for an article or a deck.
    Planning,
    /// Charts of what was learned.
    Progress,
    /// A question about an article that was read, and what came of it.
    Checking,
    Checked,
    /// The goals.
    Goals,
    /// A goal is typed: letters go to the field.
    Aiming,
    /// What to import is typed or pasted: letters go to the field.
    Importing,
    /// A file is picked.
    Browsing,
    /// A source is read and analyzed.
    Working,
    /// What an import would cost.
    Summary,
    /// The decks of an import are chosen: letters go to the field.
    PickingDecks,
    /// Whether to take the placement test.
    PlacementOffer,
    /// A word of it.
    Placing,
    /// What it found.
    PlacementFound,
    /// What it marked.
    PlacementMarked,
    Help,
}

impl Context {
    /// Whether letters go to a field.
    pub const fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Aiming
                | Self::Typing
                | Self::Correcting
                | Self::LookingUp
                | Self::Glossing
                | Self::Finding
                | Self::Naming
                | Self::Importing
                | Self::PickingDecks
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Study,
    Words,
    Mode,
    Help,
    Back,
    Quit,
    Reveal,
    Submit,
    /// The choice with this index.
    Choose(u8),
    Accept,
    /// What was given is as right, for good.
    AcceptWord,
    /// The choice fits as well, for good.
    Fits,
    Again,
    Hard,
    Good,
    Easy,
    Hint,
    Undo,
    Redo,
    Suspend,
    Bury,
    Known,
    Flag,
    PracticeDeck,
    PracticeArticle,
    PracticeMistakes,
    PracticeMixedUp,
    Detail,
    /// On the shelf of names, or off it.
    Name,
    Ignore,
    Join,
    Split,
    /// Another dictionary form, or the term that this one is.
    Rename,
    Corrections,
    /// A search in the dictionaries.
    LookUp,
    /// All that is known of a word's meaning.
    Meaning,
    ChooseSense,
    /// The learner's own gloss.
    Gloss,
    /// The learner's note on a term.
    Note,
    /// The place where a term was met.
    Visit,
    Previous,
    Next,
    /// Our own 2-set keyboard, on or off.
    Keyboard,
    /// How the term is said.
    Hear,
    Read,
    Library,
    /// The article that is worth reading again.
    Reread,
    /// Questions about the article.
    Check,
    GoOn,
    /// How the sentence is said.
    HearSentence,
    /// Sentence by sentence.
    Listen,
    /// The text is shown when it was heard.
    Hide,
    Progress,
    Goals,
    /// A daily goal of this measure.
    GoalOf(Measure),
    Remove,
    /// By a word.
    WordOn,
    WordBack,
    ParagraphUp,
    ParagraphDown,
    /// First among the new terms, or out of those that are known.
    Learn,
    Bookmark,
    NextBookmark,
    /// Signs behind the terms, on or off.
    Signs,
    /// What to learn for an article or a deck.
    Plan,
    PutFirst,
    /// A due term of the paragraph.
    Ask,
    Sort,
    Reverse,
    Find,
    Filter,
    /// The condition's next value, and the one before.
    ValueOn,
    ValueBack,
    /// No conditions.
    Clear,
    /// The line under the cursor, for acting on many.
    Mark,
    MarkRange,
    MarkAll,
    /// Something with all that are marked.
    Act,
    /// The words of an article.
    SeeWords,
    Import,
    /// Pick a file.
    Browse,
    /// Take what was copied.
    Clipboard,
    Open,
    Parent,
    /// A term is to be learned or not.
    Take,
    Store,
    /// The decks of an import.
    Decks,
    /// A copy goes in the place of its article, or beside it.
    InPlace,
    /// The test that finds what is known already.
    Placement,
    Begin,
    Decline,
    Know,
    DontKnow,
    /// What the test found is marked as known.
    MarkKnown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    Ctrl(char),
    Enter,
    Esc,
    Tab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    F(u8),
}

use Command as C;
use Key::{Char, Ctrl, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up};

/// What a key event asks for in `context`. Releases ask for nothing; Ctrl+C, in either keyboard mode, always quits.
pub fn command(context: Context, event: &KeyEvent) -> Option<Command> {
    let key = key(event)?;
    if key == Ctrl('c') {
        return Some(Command::Quit);
    }
    // In the field a letter is a letter.
    if context.is_typing() && matches!(key, Char(_)) {
        return None;
    }
    let command = TABLE.iter().find(|(of, _, keys)| *of == context && keys.contains(&key)).map(|row| row.1)?;
    // A key that is held down may move, but it must not grade one card after another.
    (event.kind == KeyEventKind::Press || is_motion(command)).then_some(command)
}

/// Commands that may repeat while their key is held.
pub const fn is_motion(command: Command) -> bool {
    matches!(
        command,
        C::Up
            | C::Down
            | C::Previous
            | C::Next
            | C::PageUp
            | C::PageDown
            | C::First
            | C::Last
            | C::WordOn
            | C::WordBack
            | C::ParagraphUp
            | C::ParagraphDown
            | C::ValueOn
            | C::ValueBack
    )
}

fn key(event: &KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    Some(match event.code {
        // A line feed, which some terminals and scripts send for Enter, arrives as Ctrl+J.
        KeyCode::Char('j') if event.modifiers == KeyModifiers::CONTROL => Enter,
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => Ctrl(keyboard::shortcut(c)),
        KeyCode::Char(_) if event.modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(c) => Char(keyboard::shortcut(c)),
        KeyCode::Enter => Enter,
        KeyCode::Esc => Esc,
        KeyCode::Tab => Tab,
        KeyCode::Up => Up,
        KeyCode::Down => Down,
        KeyCode::Left => Left,
        KeyCode::Right => Right,
        KeyCode::PageUp => PageUp,
        KeyCode::PageDown => PageDown,
        KeyCode::Home => Home,
        KeyCode::End => End,
        KeyCode::F(n) => F(n),
        _ => return None,
    })
}

/// The commands of a context with the names of their keys, in the order of the table.
pub fn bindings(context: Context) -> impl Iterator<Item = (Command, Vec<String>)> {
    TABLE
        .iter()
        .filter(move |(of, _, _)| *of == context)
        .map(|(_, command, keys)| (*command, keys.iter().map(|key| name(*key)).collect()))
}

fn name(key: Key) -> String {
    match key {
        Char(' ') => "Space".to_owned(),
        Ctrl(' ') => "Ctrl+Space".to_owned(),
        Char(c) => c.to_string(),
        Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
        F(n) => format!("F{n}"),
        Up => "↑".to_owned(),
        Down => "↓".to_owned(),
        Left => "←".to_owned(),
        Right => "→".to_owned(),
        PageUp => "PgUp".to_owned(),
        PageDown => "PgDn".to_owned(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests;
