//! What is said around reading: the reader, the library, what to learn for an article.

super::messages! {
    /// A label or line of reader and library.
    ReadingLabel {
        CoverageShort { words: usize, terms: usize } => "아는 말 {words}% · 낱말 {terms}%", "{words}% of words · {terms}% of terms";
        Sentence { at: usize, of: usize } => "문장 {at}/{of}", "sentence {at} of {of}";
        New => "새것", "new";
        Learning => "학습", "learning";
        Young => "어림", "young";
        Mature => "익음", "mature";
        Known => "앎", "known";
        Ignored => "무시", "ignored";
        Name => "이름", "name";
        Due => "복습할 때", "due";
        Listen => "듣는 중", "listen";
        NoWord => "이 문장에는 익힐 낱말이 없어요.", "No term in this sentence.";
        LearnFirst { term: String } => "‘{term}’을(를) 먼저 배울 낱말에 넣었어요 · F2 되돌리기", "‘{term}’ comes first among the new words · F2 undoes it";
        LearnAgain { term: String } => "‘{term}’을(를) 다시 배워요 · F2 되돌리기", "‘{term}’ is learned again · F2 undoes it";
        MarkedKnown { term: String } => "‘{term}’: 아는 낱말 · F2 되돌리기", "‘{term}’ is known · F2 undoes it";
        NotKnown { term: String } => "‘{term}’: 이제 배울 낱말 · F2 되돌리기", "‘{term}’ is to be learned · F2 undoes it";
        NamesHaveNoCard => "이름은 묻지 않아요. F3으로 낱말로 되돌릴 수 있어요.", "Names are never asked; F3 makes it a word.";
        TakenBack => "되돌렸어요.", "Taken back.";
        NothingToUndo => "되돌릴 것이 없어요.", "There is nothing to take back.";
        BookmarkSet => "책갈피를 꽂았어요.", "Bookmarked.";
        BookmarkGone => "책갈피를 뺐어요.", "Bookmark taken away.";
        NoBookmark => "이 글에는 책갈피가 없어요.", "This article has no bookmark.";
        DueHere { count: usize } => "복습할 낱말 {count}개가 이 문단에 있어요: 6", "{count} due in this paragraph: 6 asks";
        Offered { count: usize } => "방금 읽은 문단에 복습할 낱말 {count}개: 6 묻기", "{count} due in the paragraph you just read: 6 asks one";
        NothingDueHere => "이 문단에는 지금 물을 낱말이 없어요.", "Nothing to ask in this paragraph now.";
        Empty => "이 글에는 읽을 문장이 없어요.", "This article has no sentence to read.";
        LibraryTitle { count: usize } => "글 {count}개", "{count} articles";
        LibraryEmpty => "아직 글이 없어요. `dokpa import 파일`로 들이세요.", "No articles yet: `dokpa import FILE` brings one in.";
        LibraryNone => "찾는 글이 없어요.", "No article is found.";
        ColumnTitle => "제목", "Title";
        ColumnDate => "날짜", "Date";
        ColumnWords => "아는 말", "Words";
        ColumnTerms => "낱말", "Terms";
        ColumnRead => "읽음", "Read";
        Done => "다 읽음", "done";
        PlanTitle { title: String } => "{title} · 먼저 배울 낱말", "{title} · what to learn first";
        PlanDone { percent: usize, goal: usize } => "이미 {percent}%를 알아요 (목표 {goal}%).", "{percent}% is known already (the goal is {goal}%).";
        PlanGain { count: usize, from: usize, to: usize } => "이 낱말 {count}개를 배우면 아는 말이 {from}%에서 {to}%로 늘어요.", "These {count} terms take it from {from}% to {to}% of the running words.";
        PlanShort { goal: usize } => "배울 수 있는 낱말을 다 배워도 {goal}%에는 못 미쳐요.", "Even all of them do not reach {goal}%.";
        PlanPut { count: usize } => "새 낱말 {count}개를 맨 앞에 놓았어요.", "{count} new words stand first now.";
        PlanAfter { percent: usize } => "{percent}%까지", "to {percent}%";
        PlanWords { count: usize } => "{count}번", "×{count}";
        PlainFacts { outlet: String, date: String } => "{outlet} {date}", "{outlet} {date}";
        PlainCoverage { known: usize, words: usize, percent: usize, known_terms: usize, terms: usize, names: usize } => "아는 말 {percent}% ({known}/{words}) · 낱말 {known_terms}/{terms} · 이름 {names}", "{percent}% of running words known ({known} of {words}) · terms {known_terms} of {terms} · names {names}";
        PlainSigns => "표시: * 새것  ~ 학습  + 어림  - 무시  @ 이름 (익은 낱말은 표시 없음)", "signs: * new  ~ learning  + young  - ignored  @ name (none: known well)";
        Reread { old: usize, now: usize } => "전에 읽을 때는 {old}%, 지금은 {now}%를 알아요.", "Last time you knew {old}%, now {now}%.";
        Again { title: String, then: usize, now: usize } => "다시 읽기(7): {then}%에서 {now}%로 · ‘{title}’", "Read again (7): {then}% known then, {now}% now · ‘{title}’";
        AgainLine { then: usize, now: usize, days: usize, looked_up: usize } => "다시 읽을 때: {days}일 전에는 {then}%, 지금은 {now}%를 알아요 (그때 찾아본 낱말 {looked_up}개가 익었어요)", "to read again: {then}% known {days} days ago, {now}% now ({looked_up} words looked up then are mature)";
        Grown { then: usize, now: usize } => "{then}>{now}%", "{then}>{now}%";
        Speed { minutes: usize, speed: usize } => "{minutes}분 동안 읽었어요 · 1분에 {speed}음절.", "Read for {minutes} min · {speed} syllables a minute.";
    }
}
