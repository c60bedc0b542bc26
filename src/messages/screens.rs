//! What the screens say.

super::messages! {
    /// A label, title or hint on a screen.
    Label {
        AppName => "독파", "dokpa";
        TooSmall { width: u16, height: u16 } => "화면이 작아요. {width}×{height} 이상으로 키워 주세요.", "Too small: please make it {width}×{height} or larger.";
        AllDecks => "전체", "All decks";
        HomeTitle => "오늘의 공부", "Today";
        Today { new: usize, reviews: usize } => "오늘 새로 배운 낱말 {new}개 · 복습 {reviews}번", "Today: {new} new words · {reviews} reviews";
        BackStored => "매긴 답은 모두 저장했어요. 언제든 이어서 할 수 있어요.", "Every graded answer is stored; go on whenever you like.";
        ColumnDeck => "덱", "Deck";
        ColumnNew => "새 낱말", "New";
        ColumnDue => "복습", "Due";
        ColumnLearned => "익힘", "Learned";
        ColumnArticles => "글", "Articles";
        ModeShown { mode: String } => "방식: {mode}", "Mode: {mode}";
        ModeReveal => "떠올리기", "reveal";
        ModeType => "쓰기", "type";
        HomeEmpty => "아직 글이 없어요. 끝내고 `dokpa import 파일`로 글을 들이세요.", "No articles yet. Quit, and bring one in with `dokpa import FILE`.";
        NothingNow => "지금은 할 것이 없어요. 새 글을 들이거나 내일 다시 만나요.", "Nothing to study now. Import an article, or come back tomorrow.";

        LeftCounts { new: usize, learning: usize, review: usize } => "새 {new} · 학습 {learning} · 복습 {review}", "new {new} · learning {learning} · review {review}";
        Answered { count: usize } => "답한 카드 {count}장", "{count} answered";
        SentenceCut => "(창을 키우면 문장이 다 보여요)", "(a larger window shows the whole sentence)";
        AskReveal => "빈칸에 들어갈 낱말을 떠올려 보세요.", "Recall the word in the blank.";
        AskType => "빈칸에 들어갈 말을 쓰세요.", "Type what stands in the blank.";
        FieldLabel => "답", "Answer";
        HintShown { hint: String } => "힌트: {hint}", "Hint: {hint}";
        HintLength { count: usize } => "{count}글자", "{count} letters";
        YouTyped { typed: String } => "쓴 답: {typed}", "You typed: {typed}";
        RightAnswer { answer: String } => "정답: {answer}", "Answer: {answer}";
        VerdictCorrect => "맞았어요", "Right";
        VerdictOtherForm => "맞는 낱말, 다른 꼴이에요", "The right word, in another form";
        VerdictSpelling => "철자가 조금 달라요", "A slip in the spelling";
        VerdictFits => "뜻은 통하지만 여기 쓰인 낱말은 아니에요", "It fits, but it is not the word here";
        VerdictWrong => "아쉬워요", "Not this time";
        ReadAs { text: String } => "자판이 다른 상태여서 ‘{text}’(으)로 읽었어요.", "Your keyboard was in the other mode: read as ‘{text}’.";
        ShortFor { long: String } => "{long}의 준말", "short for {long}";
        Parts { parts: String } => "짜임: {parts}", "Parts: {parts}";
        Source { title: String, outlet: String } => "출처: {title} {outlet}", "From: {title} {outlet}";
        GradeAgain => "다시", "again";
        GradeHard => "어려움", "hard";
        GradeGood => "알맞음", "good";
        GradeEasy => "쉬움", "easy";
        Minutes { count: u32 } => "{count}분", "{count}m";
        Days { count: u32 } => "{count}일", "{count}d";
        Months { count: String } => "{count}달", "{count}mo";
        Years { count: String } => "{count}년", "{count}y";
        Finished => "오늘 몫을 마쳤어요!", "Done for today!";
        FinishedCounts { answered: usize, again: usize } => "답한 카드 {answered}장, 다시 볼 카드 {again}장. 모두 저장했어요.", "{answered} answered, {again} again. Everything is stored.";
        NextMinutes { count: i64 } => "이번에 본 낱말은 {count}분 뒤부터 다시 나와요.", "The first of these words comes back in {count} min.";
        NextTomorrow => "이번에 본 낱말은 내일부터 다시 나와요.", "The first of these words comes back tomorrow.";
        NextDays { count: i32 } => "이번에 본 낱말은 {count}일 뒤부터 다시 나와요.", "The first of these words comes back in {count} days.";

        WordsEmpty => "이 덱에는 아직 낱말이 없어요.", "This deck has no words yet.";
        ColumnTerm => "낱말", "Word";
        ColumnKind => "종류", "Kind";
        ColumnCount => "횟수", "Seen";
        ColumnLevel => "급", "Lv";
        ColumnState => "상태", "State";
        ColumnHanja => "한자", "Hanja";
        ColumnGloss => "뜻", "Meaning";
        WordsTitle { deck: String, count: usize } => "{deck} · 낱말 {count}개", "{deck} · {count} terms";
        Position { at: usize, of: usize } => "{at}/{of}", "{at}/{of}";
        Count { count: usize } => "{count}번", "×{count}";
        LevelShown { level: u8 } => "{level}급", "level {level}";
        NoGloss => "사전에 없는 낱말이에요.", "Not in the dictionary.";
        KindCompound => "복합어", "compound";
        KindNoun => "명사", "noun";
        KindVerb => "동사", "verb";
        KindAdjective => "형용사", "adj.";
        KindAdverb => "부사", "adverb";
        KindIdiom => "관용구", "idiom";
        KindName => "이름", "name";
        StateNew => "새것", "new";
        StateLearning => "학습", "learning";
        StateReview => "복습", "review";
        StatusSuspended => "뺌", "suspended";
        StatusKnown => "앎", "known";
        StatusIgnored => "무시", "ignored";

        HelpTitle => "도움말", "Help";
        HelpField => "답 칸에서는 ←, →, Home, End로 옮기고, Ctrl+W로 낱말을, Ctrl+U로 앞을 모두 지워요.", "In the field: ←, →, Home and End move; Ctrl+W clears a word, Ctrl+U all before.";
        HelpKorean => "한글 자판 상태에서도 글자 키가 그대로 통해요 (ㅂ = q).", "Letter keys work in Korean keyboard mode too (ㅂ is q).";

        CommandUp => "위로", "up";
        CommandDown => "아래로", "down";
        CommandPageUp => "한 쪽 위로", "page up";
        CommandPageDown => "한 쪽 아래로", "page down";
        CommandFirst => "처음", "first";
        CommandLast => "끝", "last";
        CommandStudy => "공부", "study";
        CommandWords => "낱말", "words";
        CommandMode => "방식 바꾸기", "change mode";
        CommandHelp => "도움말", "help";
        CommandBack => "돌아가기", "back";
        CommandQuit => "끝내기", "quit";
        CommandReveal => "답 보기", "show answer";
        CommandSubmit => "답하기", "submit";
        CommandAccept => "표시된 대로", "as marked";
        CommandHint => "힌트", "hint";
        CommandUndo => "되돌리기", "undo";
        CommandSuspend => "빼기", "suspend";
        CommandBury => "내일로", "tomorrow";
        CommandKnown => "아는 낱말", "known";
        CommandName => "이름/낱말", "name or not";
        CommandIgnore => "무시", "ignore";
        CommandJoin => "잇기", "join";
        CommandSplit => "나누기", "split";
        CommandRename => "바꾸기", "correct";
        JoinAsk { term: String } => "‘{term}’ 뒤에 이어질 말을 띄어 쓰세요.", "Type, after a space, the words that ‘{term}’ is one with.";
        SplitAsk { term: String } => "‘{term}’을(를) 나눌 자리를 띄우세요.", "Put a space where ‘{term}’ comes apart.";
        RenameAsk { term: String } => "‘{term}’의 옳은 꼴이나 같은 낱말을 쓰세요.", "Type the right form of ‘{term}’, or the term that it is.";
        Corrected { what: String, articles: usize, sentences: usize } => "{what} · 글 {articles}개, 문장 {sentences}개에 적용 · F2 되돌리기", "{what} · in {articles} articles, {sentences} sentences · F2 undoes it";
        Uncorrected { what: String } => "되돌렸어요: {what}", "Taken back: {what}";
        CommandDetail => "자세히", "details";
    }
}
