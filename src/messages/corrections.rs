//! How a correction is called, in lists and behind it.

super::messages! {
    /// What the learner decided about a word.
    Decision {
        Join { parts: String } => "잇기: {parts}", "join: {parts}";
        Split { term: String, parts: String } => "나누기: {term} → {parts}", "split: {term} → {parts}";
        Lemma { term: String, to: String } => "기본형: {term} → {to}", "dictionary form: {term} → {to}";
        Merge { term: String, into: String } => "합치기: {term} → {into}", "merge: {term} → {into}";
        Name { term: String } => "이름: {term}", "name: {term}";
        Term { term: String } => "이름 아님: {term}", "no name: {term}";
        Ignore { term: String } => "무시: {term}", "ignore: {term}";
        Unignore { term: String } => "무시 안 함: {term}", "ignore no more: {term}";
    }
}
