//! What is said of decks, of copies of an article, and of what to read next.

super::messages! {
    /// Why something was not done with decks.
    ShelfFault {
        Taken { name: String } => "‘{name}’: 이미 있는 덱 이름입니다. 다른 이름을 쓰거나 그 덱의 이름을 먼저 바꾸세요 (dokpa deck rename).", "There is a deck ‘{name}’ already; use another name, or rename that one first (dokpa deck rename).";
        NoName => "덱 이름이 비었습니다.", "The name of a deck is empty.";
        Same { name: String } => "‘{name}’: 같은 덱입니다.", "‘{name}’ is the same deck.";
        NotIn { name: String } => "그 글은 ‘{name}’ 덱에 없습니다. dokpa articles로 보세요.", "The article is not in the deck ‘{name}’; dokpa articles shows where they are.";
        AlreadySo => "이미 그렇습니다.", "It is so already.";
        NotEmpty { name: String } => "‘{name}’ 덱에 그 뒤로 들인 글이 있어 되돌릴 수 없습니다. 덱을 지우려면 dokpa deck delete를 쓰세요.", "Articles came into ‘{name}’ since, so it is not undone; dokpa deck delete removes the deck.";
        NoChange { id: i64 } => "덱 작업 {id}: 없거나 이미 되돌렸습니다. dokpa deck log로 보세요.", "There is no step {id}, or it is undone; dokpa deck log shows them.";
        NothingToUndo => "되돌릴 덱 작업이 없습니다.", "Nothing was done with decks that could be undone.";
        BuiltOn { id: i64, later: i64 } => "덱 작업 {id}: 그 뒤에 같은 덱에 한 것({later})을 먼저 되돌리세요.", "Step {id}: a later one ({later}) touched the same decks; undo that first.";
        Stopped => "들이기가 멈추었습니다. 저장한 것은 없습니다.", "The import stopped; nothing was stored.";
        NoArticle { id: i64 } => "글 {id}: 그런 글이 없습니다.", "There is no article {id}.";
    }
}

super::messages! {
    /// What was done with decks.
    Arranged {
        New { deck: String } => "새 덱: {deck}", "new deck: {deck}";
        Rename { deck: String, to: String } => "이름 바꿈: {deck} → {to}", "renamed: {deck} → {to}";
        Merge { deck: String, into: String } => "합침: {deck} → {into}", "merged: {deck} → {into}";
        Add { deck: String, title: String } => "넣음: ‘{title}’ → {deck}", "added: ‘{title}’ → {deck}";
        Move { deck: String, to: String, title: String } => "옮김: ‘{title}’, {deck} → {to}", "moved: ‘{title}’, {deck} → {to}";
        Split { deck: String, new: String, count: usize } => "나눔: {deck} → {new} (글 {count}개)", "split: {deck} → {new} ({count} articles)";
        Archive { deck: String } => "보관함에 넣음: {deck}", "archived: {deck}";
        Unarchive { deck: String } => "보관함에서 꺼냄: {deck}", "taken out of the archive: {deck}";
        Delete { deck: String } => "덱 지움: {deck} (카드와 복습은 남습니다)", "deleted: {deck} (cards and reviews stay)";
        Put { deck: String, count: usize } => "넣음: 글 {count}개 → {deck}", "put: {count} articles → {deck}";
        TakeOut { deck: String, count: usize } => "뺌: 글 {count}개, {deck}에서", "taken out: {count} articles of {deck}";
        TakeAway { count: usize } => "지움: 글 {count}개 (카드와 복습은 남습니다)", "deleted: {count} articles (cards and reviews stay)";
        Shelve { deck: String, count: usize } => "보관: 글 {count}개 → {deck}", "archived: {count} articles → {deck}";
        Undone { what: String } => "되돌림: {what}", "undone: {what}";
    }
}

super::messages! {
    /// What is said of the library.
    LibraryLine {
        Archived => "보관", "archived";
        Tags { tags: String } => "주제: {tags}", "about: {tags}";
        NoArticles => "글이 없습니다. dokpa import 파일로 들이세요.", "There are no articles; bring one in with dokpa import FILE.";
        CopyOf { title: String, outlet: String, percent: f64 } => "‘{title}’{outlet}과(와) 거의 같은 글입니다 ({percent:.0}%). 한 글로 두려면 dokpa import --update를 쓰세요.", "much the same as ‘{title}’{outlet} ({percent:.0} %); dokpa import --update puts it in its place.";
        Updated { title: String, kept: usize, new: usize, gone: usize, new_terms: usize } => "‘{title}’: 글을 새 판으로 바꾸었습니다. 그대로 {kept}문장, 새 {new}문장, 없어진 {gone}문장, 새 낱말 {new_terms}개", "‘{title}’: the new version is in place: {kept} sentences kept, {new} new, {gone} gone, {new_terms} new terms";
        Cost { level: u8, new: usize, days: usize } => "난이도 {level}/6 · 새 낱말 {new}개 ({days}일)", "level {level} of 6 · {new} new terms ({days} days)";
        Unarchived { deck: String } => "덱 ‘{deck}’을(를) 보관함에서 꺼냈습니다 (되돌리기: dokpa deck undo).", "The deck ‘{deck}’ was taken out of the archive (undo: dokpa deck undo).";
        NoDeck => "덱 없음", "in no deck";
    }
}

super::messages! {
    /// What the import screen says.
    ImportLabel {
        Title => "글 들이기", "Import";
        FieldLabel => "주소·파일·글", "Address, file or text";
        Help => "기사의 주소나 파일의 자리를 쓰거나, 글을 그대로 붙여 넣고 Enter를 누르세요. Tab을 누르면 파일을 고르고, F6을 누르면 복사한 것을 들여요.", "Type an address or a path, or paste the text itself, and press Enter. Tab picks a file, F6 takes what you copied.";
        Pasted { characters: usize } => "붙여 넣은 글 {characters}자. Enter로 들이고, Backspace로 비워요.", "{characters} characters pasted. Enter imports them, Backspace empties the field.";
        EmptyFolder => "읽을 수 있는 파일이 없어요.", "There is nothing here that can be read.";
        Reading => "읽는 중…", "Reading…";
        Analyzing { done: usize, of: usize } => "낱말을 찾는 중… {done}/{of}", "Finding the terms… {done} of {of}";
        Stages => "Esc를 누르면 아무것도 남기지 않고 그만둬요.", "Esc stops it and leaves nothing behind.";
        SummaryTitle => "들이기 전에", "Before it comes in";
        Articles { count: usize } => "글 {count}개", "{count} articles";
        Length { sentences: usize, eojeols: usize } => "길이: 문장 {sentences}개, {eojeols}어절", "Length: {sentences} sentences, {eojeols} eojeols";
        Known { percent: f64, level: u8, why: String } => "아는 낱말 {percent:.0}% · 난이도 {level}/6 ({why})", "{percent:.0} % of its words known · level {level} of 6 ({why})";
        Cost { new: usize, terms: usize, names: usize, days: usize } => "낱말 {terms}개 가운데 새것 {new}개 · 이름 {names}개 · 평소대로 {days}일", "{new} of {terms} terms are new · {names} names · {days} days at the usual pace";
        Into { decks: String } => "덱: {decks} (F3으로 바꿔요)", "Into: {decks} (F3 changes it)";
        IntoArchived { decks: String } => "덱: {decks} (보관한 덱은 다시 꺼내요; F3으로 바꿔요)", "Into: {decks} (taken out of the archive; F3 changes it)";
        DecksTitle => "어느 덱에 넣을까요?", "Into which decks?";
        DeckField => "덱", "Deck";
        DecksHelp => "이름을 쓰면 찾고, 없는 이름이면 새로 만들어요. Enter로 고르고, 여러 덱에 넣으려면 Tab으로 표시해요.", "Type to find one; a name that no deck has makes a new one. Enter chooses, Tab marks several.";
        NewDeck { name: String } => "새 덱 ‘{name}’", "new deck ‘{name}’";
        OpenDeck { name: String, articles: usize } => "{name} (글 {articles}개)", "{name} ({articles} articles)";
        ArchivedDeck { name: String } => "{name} (보관됨)", "{name} (archived)";
        Unarchived { decks: String } => "{decks}: 보관함에서 꺼냈어요.", "{decks}: taken out of the archive.";
        Duplicate { count: usize } => "이미 있는 글 {count}개: 그대로 둬요.", "{count} are here already and stay as they are.";
        CopyOf { title: String, percent: f64 } => "‘{title}’과(와) 거의 같은 글이에요 ({percent:.0}%).", "Much the same as ‘{title}’ ({percent:.0} %).";
        Beside => "[ ] 그 글의 자리에 넣기 (Tab)", "[ ] put it in its place (Tab)";
        InPlace => "[x] 그 글의 자리에 넣기: 복습은 남아요 (Tab)", "[x] put it in its place; reviews stay (Tab)";
        Best => "가장 값진 새 낱말. Space로 빼면 다시 나오지 않아요.", "The most valuable new terms; Space leaves one out for good.";
        DeckFile { name: String, articles: usize } => "덱 ‘{name}’: 글 {articles}개", "The deck ‘{name}’: {articles} articles";
        Done { title: String, deck: String, new: usize } => "들였어요: ‘{title}’ → {deck}, 새 낱말 {new}개", "Imported: ‘{title}’ → {deck}, {new} new terms";
        DoneMany { count: usize, deck: String, new: usize } => "글 {count}개를 들였어요 → {deck}, 새 낱말 {new}개", "{count} articles imported → {deck}, {new} new terms";
    }
}

super::messages! {
    /// A subject, by the lexicon's domains.
    Subject {
        Agri => "농업", "farming";
        Auto => "자동차", "cars";
        Battery => "배터리", "batteries";
        Bio => "바이오·의료", "health";
        Chem => "화학", "chemicals";
        Chips => "반도체", "chips";
        Construction => "건설", "construction";
        Corp => "기업", "companies";
        Energy => "에너지", "energy";
        Equity => "증권", "shares";
        Finance => "금융", "finance";
        Food => "식품", "food";
        Labour => "고용", "work";
        Law => "법", "law";
        Logistics => "물류", "logistics";
        Macro => "경제", "the economy";
        Market => "시장", "markets";
        Media => "미디어", "media";
        Politics => "정치", "politics";
        Property => "부동산", "property";
        Retail => "유통", "retail";
        Ship => "조선", "shipbuilding";
        Society => "사회", "society";
        Steel => "철강", "steel";
        Strategy => "경영 전략", "strategy";
        Tax => "세금", "tax";
        Tech => "기술", "technology";
        Telecom => "통신", "telecoms";
        Tourism => "관광", "tourism";
        Trade => "무역", "trade";
    }
}

super::messages! {
    /// Help texts of the verbs around the library.
    LibraryUsage {
        Deck => "덱을 만들고, 바꾸고, 합치고, 나누고, 보관하고, 지웁니다", "Make, rename, merge, split, archive and delete decks";
        DeckNew => "빈 덱을 만듭니다", "Make an empty deck";
        DeckRename => "덱의 이름을 바꿉니다", "Give a deck another name";
        DeckMerge => "한 덱의 글을 다른 덱으로 모두 옮깁니다", "Put all articles of a deck into another; the first is gone";
        DeckAdd => "글을 덱에 더 넣습니다", "Put an article into one more deck";
        DeckMove => "글을 다른 덱으로 옮깁니다", "Move an article from one deck to another";
        DeckSplit => "덱의 글 몇 개를 새 덱으로 나눕니다", "Move articles of a deck into a new one";
        DeckArchive => "덱을 보관합니다: 홈과 전체 공부에서 빠집니다", "Archive a deck: it leaves the home screen and the study of all";
        DeckUnarchive => "보관한 덱을 다시 꺼냅니다", "Take a deck out of the archive";
        DeckDelete => "덱을 지웁니다. 글, 카드, 복습은 남습니다", "Delete a deck; its articles, cards and reviews stay";
        DeckLog => "덱에 한 일의 목록", "What was done with decks";
        DeckUndo => "덱에 한 일을 되돌립니다", "Undo what was done with decks: the last step, or the one named";
        Articles => "글의 번호, 제목, 덱, 주제", "The articles: number, title, decks, subjects";
        Update => "거의 같은 글이 있으면 그 자리를 이것으로 바꿉니다 (복습은 남습니다)", "Where there is much the same article, put this in its place; reviews stay";
        Next => "다음에 읽을 글: 쉬운 것부터, 까닭과 함께", "What to read next: the easiest first, with the reasons";
        Name => "덱 이름", "Name of a deck";
        NewName => "새 이름", "The new name";
        Target => "받는 덱", "The deck that takes them in";
        Article => "글의 번호나 제목", "Article, by number or title";
        StepId => "dokpa deck log의 번호", "Number in dokpa deck log";
    }
}

impl Subject {
    /// Of a domain's code in the lexicon; words of no field have none.
    pub fn of(domain: &str) -> Option<Self> {
        Some(match domain {
            "agri" => Self::Agri,
            "auto" => Self::Auto,
            "battery" => Self::Battery,
            "bio" => Self::Bio,
            "chem" => Self::Chem,
            "chips" => Self::Chips,
            "construction" => Self::Construction,
            "corp" => Self::Corp,
            "energy" => Self::Energy,
            "equity" => Self::Equity,
            "finance" => Self::Finance,
            "food" => Self::Food,
            "labour" => Self::Labour,
            "law" => Self::Law,
            "logistics" => Self::Logistics,
            "macro" => Self::Macro,
            "market" => Self::Market,
            "media" => Self::Media,
            "politics" => Self::Politics,
            "property" => Self::Property,
            "retail" => Self::Retail,
            "ship" => Self::Ship,
            "society" => Self::Society,
            "steel" => Self::Steel,
            "strategy" => Self::Strategy,
            "tax" => Self::Tax,
            "tech" => Self::Tech,
            "telecom" => Self::Telecom,
            "tourism" => Self::Tourism,
            "trade" => Self::Trade,
            _ => return None,
        })
    }
}

impl From<ShelfFault> for super::Fault {
    fn from(fault: ShelfFault) -> Self {
        Self::Source { korean: fault.text(super::Lang::Ko), english: fault.text(super::Lang::En) }
    }
}

super::messages! {
    /// What makes an article hard.
    WhyHard {
        Coverage { percent: f64 } => "아는 낱말 {percent:.0}%", "{percent:.0} % known";
        SentenceLength { eojeols: f64 } => "한 문장에 {eojeols:.0}어절", "{eojeols:.0} eojeols a sentence";
        SinoShare { percent: f64 } => "한자어 {percent:.0}%", "{percent:.0} % Sino-Korean";
        UnknownLevel { level: f64 } => "모르는 낱말의 수준 {level:.1}", "unknown words of level {level:.1}";
    }
}
