//! Which key does what, where: one table for the keys, the footer and the help screen.
//!
//! Every command has a key that a Korean input method lets through (arrows, Enter, Tab, Esc, digits, F-keys); letters
//! are a convenience and are heard in Korean mode as well. No two differ by Shift.
//!
//! Most of its length is the table.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::korean::keyboard;
use crate::messages::Label;
use crate::reader::Measure;

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
use Context as X;
use Key::{Char, Ctrl, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up};

type Row = (Context, Command, &'static [Key]);

/// Some input methods keep F9 for hanja, and some desktops F12 or Ctrl+Space for themselves; of three one is left.
const KEYBOARD: &[Key] = &[F(9), F(12), Ctrl(' ')];
const HEAR: &[Key] = &[Char('0'), Char('p')];
const LOOK_UP: &[Key] = &[Char('/'), F(10)];

/// The order is that of footer and help.
const TABLE: &[Row] = &[
    (X::Home, C::Study, &[Enter]),
    (X::Home, C::Words, &[Right, Char('w')]),
    (X::Home, C::Library, &[Left, Char('r')]),
    (X::Home, C::Progress, &[Char('5'), Char('g')]),
    (X::Home, C::Goals, &[Char('6'), Char('a')]),
    (X::Home, C::Reread, &[Char('7'), Char('v')]),
    (X::Home, C::Up, &[Up, Char('k')]),
    (X::Home, C::Down, &[Down, Char('j')]),
    (X::Home, C::Help, &[F(1), Char('?')]),
    (X::Home, C::Quit, &[Esc, Char('q')]),
    (X::Home, C::Import, &[F(5), Char('i')]),
    (X::Home, C::Mode, &[Tab, Char('m')]),
    (X::Home, C::LookUp, LOOK_UP),
    (X::Home, C::Placement, &[F(6), Char('t')]),
    (X::Asking, C::Reveal, &[Enter, Char(' ')]),
    (X::Asking, C::Hint, &[Tab, Char('h')]),
    (X::Asking, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Asking, C::Help, &[F(1), Char('?')]),
    (X::Asking, C::Back, &[Esc, Char('q')]),
    (X::Asking, C::Known, &[F(5), Char('x')]),
    (X::Asking, C::Bury, &[F(4), Char('b')]),
    (X::Asking, C::Suspend, &[F(3), Char('s')]),
    (X::Asking, C::LookUp, LOOK_UP),
    (X::Asking, C::Mode, &[F(6), Char('m')]),
    (X::Asking, C::Redo, &[F(8), Ctrl('y')]),
    (X::Asking, C::Flag, &[F(7), Char('9'), Char('g')]),
    (X::Choosing, C::Choose(0), &[Char('1')]),
    (X::Choosing, C::Choose(1), &[Char('2')]),
    (X::Choosing, C::Choose(2), &[Char('3')]),
    (X::Choosing, C::Choose(3), &[Char('4')]),
    (X::Choosing, C::Reveal, &[Enter, Char(' ')]),
    (X::Choosing, C::Hint, &[Tab, Char('h')]),
    (X::Choosing, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Choosing, C::Help, &[F(1), Char('?')]),
    (X::Choosing, C::Back, &[Esc, Char('q')]),
    (X::Choosing, C::Known, &[F(5), Char('x')]),
    (X::Choosing, C::Bury, &[F(4), Char('b')]),
    (X::Choosing, C::Suspend, &[F(3), Char('s')]),
    (X::Choosing, C::Mode, &[F(6), Char('m')]),
    (X::Choosing, C::Redo, &[F(8), Ctrl('y')]),
    (X::Choosing, C::Flag, &[F(7), Char('9'), Char('g')]),
    (X::Typing, C::Submit, &[Enter]),
    (X::Typing, C::Hint, &[Tab]),
    (X::Typing, C::Undo, &[F(2)]),
    (X::Typing, C::Help, &[F(1)]),
    (X::Typing, C::Back, &[Esc]),
    (X::Typing, C::Keyboard, KEYBOARD),
    (X::Typing, C::Known, &[F(5)]),
    (X::Typing, C::Bury, &[F(4)]),
    (X::Typing, C::Suspend, &[F(3)]),
    (X::Typing, C::LookUp, &[F(10)]),
    (X::Typing, C::Mode, &[F(6)]),
    (X::Typing, C::Redo, &[F(8)]),
    (X::Typing, C::Flag, &[F(7)]),
    (X::Answered, C::Accept, &[Enter, Char(' ')]),
    (X::Answered, C::Again, &[Char('1')]),
    (X::Answered, C::Hard, &[Char('2')]),
    (X::Answered, C::Good, &[Char('3')]),
    (X::Answered, C::Easy, &[Char('4')]),
    (X::Answered, C::Meaning, &[Tab, Char('m')]),
    (X::Answered, C::Hear, HEAR),
    (X::Answered, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Answered, C::Help, &[F(1), Char('?')]),
    (X::Answered, C::Back, &[Esc, Char('q')]),
    (X::Answered, C::Known, &[F(5), Char('x')]),
    (X::Answered, C::LookUp, LOOK_UP),
    (X::Answered, C::Bury, &[F(4), Char('b')]),
    (X::Answered, C::Suspend, &[F(3), Char('s')]),
    (X::Answered, C::AcceptWord, &[F(7), Char('a')]),
    (X::Answered, C::Fits, &[F(8), Char('f')]),
    (X::Answered, C::Flag, &[Char('9'), Char('g')]),
    (X::Finished, C::Back, &[Enter, Esc, Char('q')]),
    (X::Finished, C::LookUp, LOOK_UP),
    (X::Finished, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Finished, C::Help, &[F(1), Char('?')]),
    (X::Finished, C::PracticeDeck, &[Char('1')]),
    (X::Finished, C::PracticeMistakes, &[Char('2')]),
    (X::Finished, C::PracticeMixedUp, &[Char('3')]),
    (X::Finished, C::PracticeArticle, &[Char('4')]),
    (X::Words, C::Meaning, &[Enter, Char('m')]),
    (X::Words, C::Sort, &[Tab, Char('o')]),
    (X::Words, C::Filter, &[Char('4'), Char('g')]),
    (X::Words, C::Find, &[Char('7'), Char('f')]),
    (X::Words, C::Mark, &[Char(' '), Char('1')]),
    (X::Words, C::Act, &[Char('5'), Char('x')]),
    (X::Words, C::MarkRange, &[Char('2'), Char('v')]),
    (X::Words, C::MarkAll, &[Char('3'), Char('b')]),
    (X::Words, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Words, C::Help, &[F(1), Char('?')]),
    (X::Words, C::Back, &[Esc, Left, Char('q')]),
    (X::Words, C::Reverse, &[Char('6'), Char('r')]),
    (X::Words, C::Detail, &[Right, Char('d')]),
    (X::Words, C::Name, &[F(3), Char('n')]),
    (X::Words, C::Ignore, &[F(4), Char('i')]),
    (X::Words, C::Join, &[F(5), Char('a')]),
    (X::Words, C::Split, &[F(6), Char('s')]),
    (X::Words, C::Rename, &[F(7), Char('e')]),
    (X::Words, C::Corrections, &[F(8), Char('l')]),
    (X::Words, C::Hear, HEAR),
    (X::Words, C::LookUp, LOOK_UP),
    (X::Words, C::Up, &[Up, Char('k')]),
    (X::Words, C::Down, &[Down, Char('j')]),
    (X::Words, C::PageUp, &[PageUp]),
    (X::Words, C::PageDown, &[PageDown]),
    (X::Words, C::First, &[Home]),
    (X::Words, C::Last, &[End]),
    (X::Filtering, C::ValueOn, &[Right]),
    (X::Filtering, C::ValueBack, &[Left]),
    (X::Filtering, C::Clear, &[Char('0'), Char('c')]),
    (X::Filtering, C::Up, &[Up, Char('k')]),
    (X::Filtering, C::Down, &[Down, Char('j')]),
    (X::Filtering, C::Help, &[F(1), Char('?')]),
    (X::Filtering, C::Back, &[Enter, Esc, Char('q')]),
    (X::Acting, C::Choose(0), &[Char('1')]),
    (X::Acting, C::Choose(1), &[Char('2')]),
    (X::Acting, C::Choose(2), &[Char('3')]),
    (X::Acting, C::Choose(3), &[Char('4')]),
    (X::Acting, C::Choose(4), &[Char('5')]),
    (X::Acting, C::Choose(5), &[Char('6')]),
    (X::Acting, C::Choose(6), &[Char('7')]),
    (X::Acting, C::Submit, &[Enter]),
    (X::Acting, C::Up, &[Up, Char('k')]),
    (X::Acting, C::Down, &[Down, Char('j')]),
    (X::Acting, C::Help, &[F(1), Char('?')]),
    (X::Acting, C::Back, &[Esc, Char('q')]),
    (X::Naming, C::Submit, &[Enter]),
    (X::Naming, C::Previous, &[Up]),
    (X::Naming, C::Next, &[Down]),
    (X::Naming, C::Back, &[Esc]),
    (X::Naming, C::Keyboard, KEYBOARD),
    (X::Naming, C::Help, &[F(1)]),
    (X::Correcting, C::Submit, &[Enter]),
    (X::Correcting, C::Previous, &[Up]),
    (X::Correcting, C::Next, &[Down]),
    (X::Correcting, C::LookUp, &[F(10)]),
    (X::Correcting, C::Help, &[F(1)]),
    (X::Correcting, C::Back, &[Esc]),
    (X::Correcting, C::Keyboard, KEYBOARD),
    (X::Corrections, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Corrections, C::Up, &[Up, Char('k')]),
    (X::Corrections, C::Down, &[Down, Char('j')]),
    (X::Corrections, C::LookUp, LOOK_UP),
    (X::Corrections, C::Help, &[F(1), Char('?')]),
    (X::Corrections, C::Back, &[Esc, Left, Char('q')]),
    (X::LookingUp, C::Meaning, &[Enter]),
    (X::LookingUp, C::Back, &[Esc]),
    (X::LookingUp, C::Up, &[Up]),
    (X::LookingUp, C::Down, &[Down]),
    (X::LookingUp, C::Keyboard, KEYBOARD),
    (X::LookingUp, C::Help, &[F(1)]),
    (X::Meaning, C::Visit, &[Enter]),
    (X::Meaning, C::Next, &[Right, Tab]),
    (X::Meaning, C::Previous, &[Left]),
    (X::Meaning, C::ChooseSense, &[Char('1'), Char('c')]),
    (X::Meaning, C::Gloss, &[Char('2'), Char('g')]),
    (X::Meaning, C::Note, &[Char('3'), Char('t')]),
    (X::Meaning, C::Learn, &[Char('6'), Char('l')]),
    (X::Meaning, C::Known, &[F(5), Char('x')]),
    (X::Meaning, C::Ignore, &[F(4), Char('i')]),
    (X::Meaning, C::Name, &[F(3), Char('n')]),
    (X::Meaning, C::Split, &[F(6), Char('s')]),
    (X::Meaning, C::Rename, &[F(7), Char('e')]),
    (X::Meaning, C::Join, &[Char('4'), Char('a')]),
    (X::Meaning, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Meaning, C::Help, &[F(1), Char('?')]),
    (X::Meaning, C::Back, &[Esc, Char('q')]),
    (X::Meaning, C::Hear, HEAR),
    (X::Meaning, C::LookUp, LOOK_UP),
    (X::Meaning, C::Up, &[Up, Char('k')]),
    (X::Meaning, C::Down, &[Down, Char('j')]),
    (X::Meaning, C::PageUp, &[PageUp]),
    (X::Meaning, C::PageDown, &[PageDown, Char(' ')]),
    (X::Meaning, C::First, &[Home]),
    (X::Meaning, C::Last, &[End]),
    (X::Glossing, C::Submit, &[Enter]),
    (X::Glossing, C::Back, &[Esc]),
    (X::Glossing, C::Keyboard, KEYBOARD),
    (X::Glossing, C::Help, &[F(1)]),
    (X::Reading, C::Meaning, &[Enter]),
    (X::Reading, C::Learn, &[Tab, Char('l')]),
    (X::Reading, C::Known, &[F(5), Char('x')]),
    (X::Reading, C::Ignore, &[F(4), Char('i')]),
    (X::Reading, C::Name, &[F(3), Char('n')]),
    (X::Reading, C::Plan, &[Char('9'), Char('f')]),
    (X::Reading, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Reading, C::Help, &[F(1), Char('?')]),
    (X::Reading, C::Back, &[Esc, Char('q')]),
    (X::Reading, C::Ask, &[Char('6'), Char('r')]),
    (X::Reading, C::Check, &[Char('5'), Char('c')]),
    (X::Reading, C::Bookmark, &[Char('1'), Char('b')]),
    (X::Reading, C::NextBookmark, &[Char('7'), Char('m')]),
    (X::Reading, C::Signs, &[Char('3'), Char('t')]),
    (X::Reading, C::Split, &[F(6), Char('s')]),
    (X::Reading, C::Rename, &[F(7), Char('e')]),
    (X::Reading, C::Join, &[Char('4'), Char('a')]),
    (X::Reading, C::Hear, HEAR),
    (X::Reading, C::HearSentence, &[F(8), Char('v')]),
    (X::Reading, C::Listen, &[F(9), F(12), Char('o')]),
    (X::Reading, C::LookUp, LOOK_UP),
    (X::Reading, C::WordOn, &[Right]),
    (X::Reading, C::WordBack, &[Left]),
    (X::Reading, C::Down, &[Down, Char('j')]),
    (X::Reading, C::Up, &[Up, Char('k')]),
    (X::Reading, C::ParagraphDown, &[Char('2'), Char(']')]),
    (X::Reading, C::ParagraphUp, &[Char('8'), Char('[')]),
    (X::Reading, C::PageDown, &[PageDown, Char(' ')]),
    (X::Reading, C::PageUp, &[PageUp]),
    (X::Reading, C::First, &[Home]),
    (X::Reading, C::Last, &[End]),
    (X::Listening, C::GoOn, &[Enter, Char(' ')]),
    (X::Listening, C::Hear, HEAR),
    (X::Listening, C::Hide, &[Tab, Char('t')]),
    (X::Listening, C::Back, &[Esc, Char('q')]),
    (X::Listening, C::Help, &[F(1), Char('?')]),
    (X::Library, C::Read, &[Enter, Right]),
    (X::Library, C::Sort, &[Tab, Char('o')]),
    (X::Library, C::Find, &[F(3), Char('7'), Char('f')]),
    (X::Library, C::Filter, &[Char('4'), Char('g')]),
    (X::Library, C::Mark, &[Char(' '), Char('1')]),
    (X::Library, C::Act, &[Char('5'), Char('x')]),
    (X::Library, C::Plan, &[Char('9')]),
    (X::Library, C::SeeWords, &[Char('0'), Char('w')]),
    (X::Library, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Library, C::Help, &[F(1), Char('?')]),
    (X::Library, C::Back, &[Esc, Left, Char('q')]),
    (X::Library, C::Reverse, &[Char('6'), Char('r')]),
    (X::Library, C::MarkRange, &[Char('2'), Char('v')]),
    (X::Library, C::MarkAll, &[Char('3'), Char('b')]),
    (X::Library, C::LookUp, LOOK_UP),
    (X::Library, C::Up, &[Up, Char('k')]),
    (X::Library, C::Down, &[Down, Char('j')]),
    (X::Library, C::PageUp, &[PageUp]),
    (X::Library, C::PageDown, &[PageDown]),
    (X::Library, C::First, &[Home]),
    (X::Library, C::Last, &[End]),
    (X::Finding, C::Submit, &[Enter]),
    (X::Finding, C::Back, &[Esc]),
    (X::Finding, C::Up, &[Up]),
    (X::Finding, C::Down, &[Down]),
    (X::Finding, C::Keyboard, KEYBOARD),
    (X::Finding, C::Help, &[F(1)]),
    (X::Planning, C::PutFirst, &[Enter]),
    (X::Planning, C::Goals, &[Char('5'), Char('g')]),
    (X::Planning, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Planning, C::Up, &[Up, Char('k')]),
    (X::Planning, C::Down, &[Down, Char('j')]),
    (X::Planning, C::Help, &[F(1), Char('?')]),
    (X::Planning, C::Back, &[Esc, Left, Char('q')]),
    (X::Checking, C::Choose(0), &[Char('1')]),
    (X::Checking, C::Choose(1), &[Char('2')]),
    (X::Checking, C::Choose(2), &[Char('3')]),
    (X::Checking, C::Choose(3), &[Char('4')]),
    (X::Checking, C::Submit, &[Enter]),
    (X::Checking, C::Up, &[Up, Char('k')]),
    (X::Checking, C::Down, &[Down, Char('j')]),
    (X::Checking, C::Help, &[F(1), Char('?')]),
    (X::Checking, C::Back, &[Esc, Char('q')]),
    (X::Checked, C::GoOn, &[Enter, Char(' ')]),
    (X::Checked, C::Help, &[F(1), Char('?')]),
    (X::Checked, C::Back, &[Esc, Char('q')]),
    (X::Goals, C::GoalOf(Measure::Minutes), &[Char('1')]),
    (X::Goals, C::GoalOf(Measure::Cards), &[Char('2')]),
    (X::Goals, C::GoalOf(Measure::Terms), &[Char('3')]),
    (X::Goals, C::Plan, &[Char('9'), Enter]),
    (X::Goals, C::Remove, &[F(4), Char('d')]),
    (X::Goals, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Goals, C::Up, &[Up, Char('k')]),
    (X::Goals, C::Down, &[Down, Char('j')]),
    (X::Goals, C::Help, &[F(1), Char('?')]),
    (X::Goals, C::Back, &[Esc, Left, Char('q')]),
    (X::Aiming, C::Submit, &[Enter]),
    (X::Aiming, C::Back, &[Esc]),
    (X::Aiming, C::Keyboard, KEYBOARD),
    (X::Aiming, C::Help, &[F(1)]),
    (X::Progress, C::Goals, &[Char('6'), Char('a')]),
    (X::Progress, C::Up, &[Up, Char('k')]),
    (X::Progress, C::Down, &[Down, Char('j')]),
    (X::Progress, C::PageUp, &[PageUp]),
    (X::Progress, C::PageDown, &[PageDown, Char(' ')]),
    (X::Progress, C::First, &[Home]),
    (X::Progress, C::Last, &[End]),
    (X::Progress, C::Help, &[F(1), Char('?')]),
    (X::Progress, C::Back, &[Esc, Left, Char('q')]),
    (X::Importing, C::Submit, &[Enter]),
    (X::Importing, C::Browse, &[Tab]),
    (X::Importing, C::Clipboard, &[F(6), Ctrl('v')]),
    (X::Importing, C::Back, &[Esc]),
    (X::Importing, C::Keyboard, KEYBOARD),
    (X::Importing, C::Help, &[F(1)]),
    (X::Browsing, C::Open, &[Enter, Right]),
    (X::Browsing, C::Parent, &[Left]),
    (X::Browsing, C::Back, &[Esc, Tab, Char('q')]),
    (X::Browsing, C::Up, &[Up, Char('k')]),
    (X::Browsing, C::Down, &[Down, Char('j')]),
    (X::Browsing, C::PageUp, &[PageUp]),
    (X::Browsing, C::PageDown, &[PageDown, Char(' ')]),
    (X::Browsing, C::First, &[Home]),
    (X::Browsing, C::Last, &[End]),
    (X::Browsing, C::Help, &[F(1), Char('?')]),
    (X::Working, C::Back, &[Esc, Char('q')]),
    (X::Working, C::Help, &[F(1), Char('?')]),
    (X::Summary, C::Store, &[Enter]),
    (X::Summary, C::Take, &[Char(' '), Right]),
    (X::Summary, C::InPlace, &[Tab]),
    (X::Summary, C::Back, &[Esc, Char('q')]),
    (X::Summary, C::Up, &[Up, Char('k')]),
    (X::Summary, C::Down, &[Down, Char('j')]),
    (X::Summary, C::Help, &[F(1), Char('?')]),
    (X::Summary, C::Decks, &[F(3), Char('d')]),
    (X::PickingDecks, C::Submit, &[Enter]),
    (X::PickingDecks, C::Take, &[Tab]),
    (X::PickingDecks, C::Back, &[Esc]),
    (X::PickingDecks, C::Up, &[Up]),
    (X::PickingDecks, C::Down, &[Down]),
    (X::PickingDecks, C::Keyboard, KEYBOARD),
    (X::PickingDecks, C::Help, &[F(1)]),
    (X::PlacementOffer, C::Begin, &[Enter]),
    (X::PlacementOffer, C::Decline, &[Esc, Char('n'), Char('q')]),
    (X::PlacementOffer, C::Help, &[F(1), Char('?')]),
    (X::Placing, C::Know, &[Char('1'), Char('y'), Right]),
    (X::Placing, C::DontKnow, &[Char('2'), Char('n'), Left]),
    (X::Placing, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::Placing, C::Help, &[F(1), Char('?')]),
    (X::Placing, C::Back, &[Esc, Char('q')]),
    (X::PlacementFound, C::MarkKnown, &[Enter]),
    (X::PlacementFound, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::PlacementFound, C::Help, &[F(1), Char('?')]),
    (X::PlacementFound, C::Back, &[Esc, Char('q')]),
    (X::PlacementMarked, C::Undo, &[F(2), Ctrl('z'), Char('u')]),
    (X::PlacementMarked, C::Help, &[F(1), Char('?')]),
    (X::PlacementMarked, C::Back, &[Enter, Esc, Char('q')]),
    (X::Help, C::Back, &[Esc, Enter, Char('q')]),
    (X::Help, C::Up, &[Up, Char('k')]),
    (X::Help, C::Down, &[Down, Char('j')]),
];

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

/// What a command is called.
pub const fn label(command: Command) -> Label {
    match command {
        C::Up => Label::CommandUp,
        C::Down => Label::CommandDown,
        C::PageUp => Label::CommandPageUp,
        C::PageDown => Label::CommandPageDown,
        C::First => Label::CommandFirst,
        C::Last => Label::CommandLast,
        C::Study => Label::CommandStudy,
        C::Words => Label::CommandWords,
        C::Mode => Label::CommandMode,
        C::Help => Label::CommandHelp,
        C::Back => Label::CommandBack,
        C::Quit => Label::CommandQuit,
        C::Reveal => Label::CommandReveal,
        C::Submit => Label::CommandSubmit,
        C::Accept => Label::CommandAccept,
        C::Choose(_) => Label::CommandChoose,
        C::AcceptWord => Label::CommandAcceptWord,
        C::Fits => Label::CommandFits,
        C::PracticeDeck => Label::CommandPracticeDeck,
        C::PracticeArticle => Label::CommandPracticeArticle,
        C::PracticeMistakes => Label::CommandPracticeMistakes,
        C::PracticeMixedUp => Label::CommandPracticeMixedUp,
        C::Again => Label::GradeAgain,
        C::Hard => Label::GradeHard,
        C::Good => Label::GradeGood,
        C::Easy => Label::GradeEasy,
        C::Hint => Label::CommandHint,
        C::Undo => Label::CommandUndo,
        C::Redo => Label::CommandRedo,
        C::Suspend => Label::CommandSuspend,
        C::Bury => Label::CommandBury,
        C::Known => Label::CommandKnown,
        C::Flag => Label::CommandFlag,
        C::Detail => Label::CommandDetail,
        C::Name => Label::CommandName,
        C::Ignore => Label::CommandIgnore,
        C::Join => Label::CommandJoin,
        C::Split => Label::CommandSplit,
        C::Rename => Label::CommandRename,
        C::Corrections => Label::CommandCorrections,
        C::LookUp => Label::CommandLookUp,
        C::Meaning => Label::CommandMeaning,
        C::ChooseSense => Label::CommandChooseSense,
        C::Gloss => Label::CommandGloss,
        C::Note => Label::CommandNote,
        C::Visit => Label::CommandVisit,
        C::Previous => Label::CommandPrevious,
        C::Next => Label::CommandNext,
        C::Keyboard => Label::CommandKeyboard,
        C::Hear => Label::CommandHear,
        C::Read => Label::CommandRead,
        C::Library => Label::CommandLibrary,
        C::Progress => Label::CommandProgress,
        C::Check => Label::CommandCheck,
        C::Reread => Label::CommandReread,
        C::GoOn => Label::CommandGoOn,
        C::HearSentence => Label::CommandHearSentence,
        C::Listen => Label::CommandListen,
        C::Hide => Label::CommandHide,
        C::Goals => Label::CommandGoals,
        C::GoalOf(Measure::Minutes) => Label::CommandGoalMinutes,
        C::GoalOf(Measure::Cards) => Label::CommandGoalCards,
        C::GoalOf(Measure::Terms) => Label::CommandGoalTerms,
        C::Remove => Label::CommandRemove,
        C::WordOn => Label::CommandWordOn,
        C::WordBack => Label::CommandWordBack,
        C::ParagraphUp => Label::CommandParagraphUp,
        C::ParagraphDown => Label::CommandParagraphDown,
        C::Learn => Label::CommandLearn,
        C::Bookmark => Label::CommandBookmark,
        C::NextBookmark => Label::CommandNextBookmark,
        C::Signs => Label::CommandSigns,
        C::Plan => Label::CommandPlan,
        C::PutFirst => Label::CommandPutFirst,
        C::Ask => Label::CommandAsk,
        C::Sort => Label::CommandSort,
        C::Reverse => Label::CommandReverse,
        C::Find => Label::CommandFind,
        C::Filter => Label::CommandFilter,
        C::ValueOn => Label::CommandValueOn,
        C::ValueBack => Label::CommandValueBack,
        C::Clear => Label::CommandClear,
        C::Mark => Label::CommandMark,
        C::MarkRange => Label::CommandMarkRange,
        C::MarkAll => Label::CommandMarkAll,
        C::Act => Label::CommandAct,
        C::SeeWords => Label::CommandSeeWords,
        C::Import => Label::CommandImport,
        C::Browse => Label::CommandBrowse,
        C::Clipboard => Label::CommandClipboard,
        C::Open => Label::CommandOpen,
        C::Parent => Label::CommandParent,
        C::Take => Label::CommandTake,
        C::Store => Label::CommandStore,
        C::Decks => Label::CommandDecks,
        C::InPlace => Label::CommandInPlace,
        C::Placement => Label::CommandPlacement,
        C::Begin => Label::CommandBegin,
        C::Decline => Label::CommandDecline,
        C::Know => Label::CommandKnow,
        C::DontKnow => Label::CommandDontKnow,
        C::MarkKnown => Label::CommandMarkKnown,
    }
}

#[cfg(test)]
#[path = "keymap_tests.rs"]
mod tests;
