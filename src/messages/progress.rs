//! What the progress screen, `dokpa stats` and its page say.

super::messages! {
    /// A label or sentence about progress.
    ProgressLabel {
        Title => "나아감", "Progress";
    }
}
