//! What a sitting says of contexts, of flags and of what can be done behind its last question.

super::messages! {
    /// A text of the study screen or of its lines.
    Sitting {
        Contexts { passed: usize, contexts: usize } => "통과한 문장 {passed}/{contexts}", "contexts passed {passed}/{contexts}";
        Flag => "깃발", "flag";
        Flagged => "깃발을 달았습니다 (dokpa words --flagged).", "Flagged (dokpa words --flagged).";
        Unflagged => "깃발을 뗐습니다.", "The flag was taken off.";
        PlainFlag => "g: 깃발 (쓰는 문제에서는 :g)", "g: flag (:g where an answer is typed)";
        PlainAfterDone => "u를 쓰면 마지막 답을 되돌립니다. q나 빈 줄로 끝냅니다.", "u takes the last answer back; q or an empty line ends.";
        WordsFlagged => "깃발을 단 낱말만", "Only terms with a flag";
    }
}
