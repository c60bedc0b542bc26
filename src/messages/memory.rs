//! What is said about cards, weights, forecasts and the placement test.

super::messages! {
    /// A line of the verbs around memory.
    MemoryLine {
        Changed { term: String, status: String } => "{term}: {status}", "{term}: {status}";
        Card { term: String, status: String, due: String, reps: u32, lapses: u32, passed: usize, contexts: usize } => "{term}: {status}, 다음 {due}, 답 {reps}번, 잊음 {lapses}번, 통과한 문장 {passed}/{contexts}", "{term}: {status}, next {due}, {reps} answers, {lapses} lapses, contexts passed {passed}/{contexts}";
        NoLeeches => "자꾸 잊는 낱말이 없습니다.", "No term is forgotten again and again.";
        LeechOtherSentence { count: usize } => "    다른 문장에서 보기: 문장 {count}개가 있습니다 (dokpa clozes)", "    see it in another sentence: there are {count} (dokpa clozes)";
        LeechMoreSentences => "    문장이 하나뿐입니다. 이 낱말이 나오는 글을 더 들이세요", "    it has one sentence only: import another article that has it";
        LeechHanja { hanja: String } => "    한자로 기억하기: {hanja}", "    remember it by its hanja: {hanja}";
        LeechParts { parts: String } => "    부분으로 기억하기: {parts}", "    remember it by its parts: {parts}";
        LeechSuspend { term: String } => "    쉬게 하기: dokpa card suspend {term} (다시 시작: dokpa card reset {term})", "    let it rest: dokpa card suspend {term} (begin anew: dokpa card reset {term})";
        Fit { before: String, after: String, answers: usize } => "미뤄 둔 답 {answers}개의 로그 손실: 지금 {before} → 맞춘 뒤 {after}", "log loss of the {answers} answers held back: {before} now → {after} fitted";
        Bins => "예상한 확률   답   예상    실제 (지금)   예상    실제 (맞춘 뒤)", "foretold     answers  foretold  recalled (now)  foretold  recalled (fitted)";
        NotBetter => "더 나아지지 않아 쓰던 매개변수를 그대로 둡니다.", "They are no better, so the weights in use stay.";
        Better => "더 낫습니다. dokpa optimize --apply로 쓸 수 있습니다.", "They are better; dokpa optimize --apply takes them.";
        Applied { cards: usize, moved: usize } => "새 매개변수를 씁니다. 카드 {cards}장의 기억을 다시 셈했고, 날짜를 옮긴 카드는 {moved}장입니다.", "The new weights are in use; the memory of {cards} cards was worked out anew, and {moved} were given another day.";
        Suggested => "답이 넉넉히 쌓였습니다. dokpa optimize로 일정을 내 기억에 맞춰 보세요.", "There are enough answers to fit the schedule to your memory: dokpa optimize.";
        Forecast { days: u32, cards: usize } => "앞으로 {days}일, 지금 카드 {cards}장에서 시작. 막대는 30일마다 하루 답 수", "{days} days ahead, beginning with {cards} cards; the bars are answers a day, thirty days each";
        ForecastRow { retention: String, new: u32, answers: String, minutes: String, kept: String, bars: String } => "유지율 {retention} · 새 낱말 {new}/일 · 하루 답 {answers} ({minutes}분) · 끝에 아는 낱말 {kept}  {bars}", "retention {retention} · {new} new a day · {answers} answers a day ({minutes} min) · {kept} words known at the end  {bars}";
        Vacation { from: String, to: String } => "쉬는 날: {from} – {to}. 그동안 복습도 새 낱말도 없습니다.", "days off: {from} – {to}; nothing is due then, and nothing new begins.";
        NoVacation => "쉬는 날이 없습니다.", "There are no days off.";
        Retention { deck: String, value: String } => "{deck}: 유지율 {value}", "{deck}: retention {value}";
        RetentionUsual { deck: String, value: String } => "{deck}: 유지율 {value} (설정대로)", "{deck}: retention {value} (as in the settings)";
        PlacementBegins => "낱말을 보고 뜻을 알면 y, 모르면 n을 누르고 Enter. u는 앞 답 되돌리기, q는 그만두기(아무것도 표시하지 않음). 2분이면 됩니다.", "For each word: y if you know what it means, n if not, then Enter; u takes the last answer back, q breaks it off and marks nothing. It takes two minutes.";
        PlacementBrokenOff => "그만두었습니다. 아무것도 표시하지 않았습니다.", "Broken off; nothing was marked.";
        PlacementGloss { gloss: String } => "    뜻: {gloss}", "    it means: {gloss}";
        Placed { level: u8, marked: usize } => "{level}급까지의 낱말은 아는 것으로 보고 {marked}개를 ‘앎’으로 표시했습니다 (되돌리기: dokpa placement --undo).", "Words up to level {level} count as known; {marked} were marked so (take it back: dokpa placement --undo).";
        Unplaced { marked: usize } => "{marked}개를 다시 묻습니다.", "{marked} terms are asked again.";
        PlacedNone => "처음부터 가르칩니다. 표시한 낱말은 없습니다.", "Nothing is taken for known, and nothing was marked.";
    }
}

super::messages! {
    /// Help of these verbs and their arguments.
    MemoryUsage {
        Card => "낱말 카드를 보거나 바꿉니다", "Show or change the card of a term";
        Show => "카드가 어디에 있는지", "Where the card stands";
        Known => "아는 낱말로 표시합니다", "Mark as known";
        Ignore => "더는 묻지 않습니다", "Never offer it";
        Suspend => "쉬게 합니다", "Suspend";
        Bury => "내일까지 미룹니다", "Put off until tomorrow";
        Wake => "다시 묻습니다", "Ask it again";
        Reset => "처음부터 다시 배웁니다", "Begin anew";
        Flag => "깃발을 답니다", "Put a flag on it";
        Unflag => "깃발을 뗍니다", "Take the flag off";
        Relieve => "‘자꾸 잊음’ 표시를 뗍니다", "Take it off the list of leeches";
        Leeches => "자꾸 잊는 낱말과 해 볼 일", "Terms that are forgotten again and again, and what to do";
        Optimize => "일정을 내 답에 맞춥니다", "Fit the schedule to your own answers";
        Apply => "더 나으면 씁니다", "Take the fitted weights if they are better";
        Reschedule => "날짜도 옮깁니다", "Also move the days on which cards are due";
        Simulate => "앞으로의 복습 양과 아는 낱말 수를 미리 봅니다", "Forecast answers a day and words kept";
        Days => "며칠 동안", "Days ahead";
        NewTerms => "하루 새 낱말 수 (쉼표로 여럿)", "New terms a day; several with commas";
        Retentions => "유지율 (쉼표로 여럿)", "Retentions; several with commas";
        Vacation => "쉬는 날을 정합니다", "Set days off";
        From => "첫날, 또는 off", "First day, or off";
        Until => "마지막 날", "Last day";
        Retention => "덱의 유지율을 보거나 정합니다", "Show or set the retention of a deck";
        Value => "0.70–0.97 또는 default", "0.70-0.97, or default";
        Placement => "이미 아는 낱말을 가려내는 2분 시험", "A test of two minutes that finds what is known already";
        PlacementUndo => "지난 시험의 표시를 되돌립니다", "Take back what the last test marked";
        DryRun => "표시하지 않고 결과만", "Only tell the result, mark nothing";
    }
}
