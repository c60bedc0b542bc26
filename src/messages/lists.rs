//! What is said around long lists: sorting, filtering, marking many and acting on them.

super::messages! {
    /// A label or line of the screens of words and articles.
    ListLabel {
        SortedBy { by: String } => "차례 {by}", "by {by}";
        SortedBack { by: String } => "차례 {by} (거꾸로)", "by {by}, reversed";
        Marked { count: usize } => "고른 것 {count}", "{count} marked";
        Place { at: usize, of: usize } => "{at}/{of}", "{at}/{of}";
        SortRank => "추천", "rank";
        SortDue => "복습할 날", "due";
        SortStability => "안정도", "stability";
        SortRecall => "떠올릴 확률", "recall";
        SortAlphabet => "가나다", "alphabet";
        SortAdded => "들인 날", "added";
        SortCount => "횟수", "count";
        SortLevel => "급", "level";
        ColumnDue => "복습", "Due";
        ColumnStability => "안정", "Stab";
        ColumnRecall => "확률", "Rec";
        ColumnAdded => "날짜", "Added";
        Filters => "거르기", "Filter";
        FacetState => "상태", "State";
        FacetKind => "종류", "Kind";
        FacetLevel => "급", "Level";
        FacetDomain => "분야", "Field";
        FacetDeck => "덱", "Deck";
        FacetArticle => "글", "Article";
        FacetOutlet => "매체", "Outlet";
        FacetSubject => "주제", "Subject";
        FacetRead => "읽기", "Reading";
        FacetShelf => "자리", "Shelf";
        All => "모두", "all";
        Due => "복습할 때", "due";
        Suspended => "뺌", "suspended";
        Leech => "자꾸 잊음", "leech";
        Flagged => "깃발", "flagged";
        NoLevel => "급 없음", "no level";
        NoDomain => "분야 없음", "no field";
        General => "일반", "general";
        Find => "찾기", "Find";
        NothingFound => "찾는 낱말이 없어요. 4로 거르기를, 7로 찾을 말을 바꿔 보세요.", "No word is found; 4 changes the filter, 7 what is searched for.";
        FilterHelp => "←→ 바꾸기 · 0 모두 지우기 · Enter 닫기", "←→ change · 0 clear all · Enter closes";
        ActTitle { count: usize } => "낱말 {count}개를", "{count} words";
        ActKnown => "아는 낱말로", "are known";
        ActIgnore => "무시하기", "ignore";
        ActSuspend => "빼 두기", "suspend";
        ActWake => "다시 묻기", "ask again";
        ActReset => "처음부터 다시 배우기", "begin anew";
        ActFirst => "맨 앞에 놓기", "put first in the queue";
        ActPractise => "지금 연습하기", "practise now";
        Acted { what: String, count: usize } => "{what}: 낱말 {count}개 · F2 되돌리기", "{what}: {count} words · F2 undoes it";
        ActedOne { what: String, term: String } => "‘{term}’: {what} · F2 되돌리기", "‘{term}’: {what} · F2 undoes it";
        NothingChanged { what: String } => "{what}: 바뀐 낱말이 없어요.", "{what}: no word is changed.";
        TakenBack { count: usize } => "한꺼번에 되돌렸어요: 낱말 {count}개", "Taken back in one step: {count} words";
        ShelfOpen => "덱에 있음", "in decks";
        ShelfArchived => "보관함", "archived";
        ShelfGone => "덱 없음", "in no deck";
        ReadUnread => "안 읽음", "unread";
        ReadBegun => "읽는 중", "begun";
        ReadFinished => "다 읽음", "read through";
        SortRecent => "읽은 때", "last read";
        SortDate => "날짜", "date";
        SortTitle => "제목", "title";
        SortCoverage => "아는 말", "coverage";
        SortDifficulty => "난이도", "difficulty";
        SortLength => "길이", "length";
        SortUnread => "안 읽은 것", "unread first";
        ColumnDifficulty => "난이도", "Hard";
        ColumnLength => "어절", "Length";
        ArchiveDeck => "보관함", "Archive";
        ActArticles { count: usize } => "글 {count}개를", "{count} articles";
        ActPut => "덱에 넣기", "put into a deck";
        ActTakeOut => "덱에서 빼기", "take out of a deck";
        ActArchive => "보관하기", "archive";
        ActDelete => "지우기 (카드와 답은 남음)", "delete (cards and answers stay)";
        ActedArticles { what: String, count: usize } => "{what}: 글 {count}개 · F2 되돌리기", "{what}: {count} articles · F2 undoes it";
        PutAsk => "어느 덱에 넣을까요? 없는 이름이면 새로 만들어요. ↑ ↓ 다른 덱", "Into which deck? A new name makes a new one. ↑ ↓ other decks";
        TakeOutAsk => "어느 덱에서 뺄까요? ↑ ↓ 다른 덱", "Out of which deck? ↑ ↓ other decks";
        MenuHelp => "숫자나 Enter로 고르기", "a digit or Enter chooses";
    }
}

super::messages! {
    /// Help of what lists have in common.
    ListUsage {
        Sort => "차례. 낱말: rank, due, stability, recall, alphabet, added, count, level. 글: recent, date, title, coverage, difficulty, length, unread", "Order. Words: rank, due, stability, recall, alphabet, added, count, level. Articles: recent, date, title, coverage, difficulty, length, unread";
        Reverse => "거꾸로", "From the other end";
        Filter => "거르기, 여럿이면 모두 맞는 것. 낱말: state, kind, level, domain, article. 글: subject, outlet, read, shelf (예: --filter state=new)", "Only what fits; of several, all must. Words: state, kind, level, domain, article. Articles: subject, outlet, read, shelf (as in --filter state=new)";
        Search => "한글 앞부분, 첫소리, 한자나 영어로 찾기", "By the beginning in Hangul, initial consonants, hanja or English";
    }
}
