//! What is said of single articles: changed, deleted, brought back.

super::messages! {
    /// Why something was not done with an article.
    ArticleFault {
        NothingToUndo => "되돌릴 글 작업이 없습니다.", "Nothing was done with articles that could be undone.";
        NoChange { id: i64 } => "글 작업 {id}: 없거나 이미 되돌렸습니다. dokpa article log로 보세요.", "There is no step {id}, or it is undone; dokpa article log shows them.";
        BuiltOn { id: i64, later: i64 } => "글 작업 {id}: 그 뒤에 같은 글을 다시 바꾸었습니다({later}). 그것을 먼저 되돌리세요.", "Step {id}: the article was changed again later ({later}); undo that first.";
        SameText { id: i64 } => "글 {id}: 같은 글이 이미 있습니다. 그 글을 지운 뒤에 하세요 (dokpa article delete {id}).", "Article {id} has the same text already; delete that first (dokpa article delete {id}).";
        Several { name: String, count: usize } => "{name}: 글이 {count}개 있습니다. 바꿀 글 하나만 든 파일이나 주소를 주세요.", "{name} holds {count} articles; name a file or address with the one that takes the place.";
        DeckFile { name: String } => "{name}: 덱 파일입니다. dokpa import로 들이세요.", "{name} is a deck file; bring it in with dokpa import.";
    }
}

super::messages! {
    /// What was done with an article.
    ArticleLine {
        Same { title: String } => "‘{title}’: 글이 그대로입니다. 바꾼 것이 없습니다.", "‘{title}’: the text is the same; nothing was changed.";
        HowToUndo { id: i64 } => "되돌리기: dokpa article undo {id}", "undo: dokpa article undo {id}";
        Update { title: String } => "새 글로 바꿈: ‘{title}’", "updated: ‘{title}’";
        Delete { title: String } => "글 지움: ‘{title}’ (카드와 복습은 남습니다)", "deleted: ‘{title}’ (cards and reviews stay)";
        Undone { what: String } => "되돌림: {what}", "undone: {what}";
        Source { source: String } => "출처: {source}", "source: {source}";
        Decks { decks: String } => "덱: {decks}", "decks: {decks}";
        Counts { sentences: usize, terms: usize, words: usize, percent: usize } => "문장 {sentences}개 · 낱말 {terms}개 · {words}어 가운데 {percent}%를 앎", "{sentences} sentences · {terms} terms · {percent} % of {words} words known";
    }
}

super::messages! {
    /// Help texts of `dokpa article`.
    ArticleUsage {
        Article => "글 하나를 보고, 새 판으로 바꾸고, 지우고, 되돌립니다", "Show, update or delete an article, and undo it";
        List => "글의 번호, 제목, 덱, 주제 (dokpa articles와 같음)", "The articles: number, title, decks, subjects (as dokpa articles)";
        Show => "글 하나에 대해 아는 것", "What is known of one article";
        Update => "글을 새 판(파일이나 주소)으로 바꿉니다. 복습은 남습니다", "Put a newer version (file or address) in an article's place; reviews stay";
        Delete => "글을 지웁니다. 카드와 복습은 남습니다", "Delete an article; its cards and reviews stay";
        Log => "글에 한 일의 목록", "What was done with articles";
        Undo => "글에 한 일을 되돌립니다: 마지막 것, 또는 번호로", "Undo what was done with articles: the last step, or the one named";
        Newer => "새 판: 파일, 주소(http), 표준 입력은 -", "The newer version: file, address (http), - for standard input";
        StepId => "dokpa article log의 번호", "Number in dokpa article log";
    }
}

impl From<ArticleFault> for super::Fault {
    fn from(fault: ArticleFault) -> Self {
        Self::Source { korean: fault.text(super::Lang::Ko), english: fault.text(super::Lang::En) }
    }
}
