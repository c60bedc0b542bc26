//! What the screens say.

super::messages! {
    /// A label, title or hint on a screen.
    Label {
        Quit => "끝내기", "quit";
    }
}
