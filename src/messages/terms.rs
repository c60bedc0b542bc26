//! What is said of one term: its memory in words, the learner's note, where it was met.

super::messages! {
    /// A label or line of a term's own screen and of `dokpa card show`.
    TermLabel {
        Memory => "기억", "Memory";
        StateDue { state: String, days: i32, date: String } => "{state} · 다음 복습 {days}일 뒤 ({date})", "{state} · next asked in {days} days ({date})";
        StateToday { state: String } => "{state} · 오늘 복습할 차례", "{state} · to be asked today";
        StateOverdue { state: String, days: i32 } => "{state} · 복습할 날이 {days}일 지났음", "{state} · {days} days overdue";
        StateOnly { state: String } => "{state}", "{state}";
        StateFresh { state: String } => "{state} · 아직 묻지 않음", "{state} · not asked yet";
        Buried { date: String } => "{date}까지 미룸", "put off until {date}";
        Stability { days: String } => "안정도 {days}일 (이만큼 지나면 열에 아홉은 떠올림)", "stability {days} days (after them nine in ten are recalled)";
        Recall { percent: u32 } => "오늘 떠올릴 확률 {percent}%", "recall today {percent}%";
        Answers { reps: u32, lapses: u32 } => "답 {reps}번 · 잊음 {lapses}번", "{reps} answers · {lapses} lapses";
        Contexts { passed: usize, contexts: usize } => "통과한 문장 {passed}/{contexts}", "contexts passed {passed} of {contexts}";
        History { history: String } => "지난 답: {history}", "answers: {history}";
        Leech => "자꾸 잊는 낱말", "forgotten again and again";
        Flagged => "깃발을 달았음", "flagged";
        NoCard => "이름이라 묻지 않음", "a name: never asked";
        Note { text: String } => "메모: {text}", "Note: {text}";
        NoteAsk { term: String } => "‘{term}’에 메모를 쓰세요. 비우면 지워요.", "Type a note on ‘{term}’; an empty one takes it back.";
        NoteSet => "메모를 적었어요.", "The note is kept.";
        NoteCleared => "메모를 지웠어요.", "The note is taken back.";
        Met { sentences: usize, articles: usize } => "만난 곳: 글 {articles}개, {sentences}번", "Met {sentences} times in {articles} articles";
        MetNowhere => "글에서 만난 적이 없어요.", "Not met in your articles.";
        Held => "공부하는 동안에는 카드를 바꾸지 않아요. 마친 뒤에 바꾸세요.", "Cards are not changed while they are asked; do it after the session.";
        Pronounced { sound: String } => "발음 [{sound}]", "said [{sound}]";
        Family { hanja: String, words: String } => "{hanja}: {words}", "{hanja}: {words}";
        Parts { parts: String } => "짜임: {parts}", "Parts: {parts}";
    }
}
