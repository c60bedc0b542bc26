//! What the command line says when all is well.

super::messages! {
    /// A line on standard output, or a heading of it.
    Line {
        NoDecks => "덱이 없습니다.", "There are no decks.";
    }
}
