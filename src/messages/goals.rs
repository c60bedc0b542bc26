//! What is said about goals: on their screen, at home, in progress and in lines.

super::messages! {
    /// A label or line about goals.
    GoalLabel {
        Title => "목표", "Goals";
        Nothing => "아직 목표가 없어요. 1 하루 몇 분, 2 카드 몇 장, 3 새 낱말 몇 개. 글의 목표는 글에서 9(먼저 배울 낱말)를 누르고 5로 정해요.", "No goal yet: 1 minutes a day, 2 cards, 3 new terms. For an article press 9 (what to learn) on it, then 5.";
        Minutes { amount: u32 } => "하루 {amount}분", "{amount} minutes a day";
        Cards { amount: u32 } => "하루 카드 {amount}장", "{amount} cards a day";
        Terms { amount: u32 } => "하루 새 낱말 {amount}개", "{amount} new terms a day";
        Article { title: String, percent: u8, by: String } => "{by}까지 {percent}%: ‘{title}’", "{percent}% by {by}: ‘{title}’";
        ShortMinutes { today: usize, amount: u32 } => "{today}/{amount}분", "{today}/{amount} min";
        ShortCards { today: usize, amount: u32 } => "카드 {today}/{amount}", "{today}/{amount} cards";
        ShortTerms { today: usize, amount: u32 } => "새 낱말 {today}/{amount}", "{today}/{amount} new terms";
        ShortArticle { title: String, now: usize, percent: u8 } => "‘{title}’ {now}/{percent}%", "‘{title}’ {now}/{percent}%";
        Home { goals: String } => "오늘 목표: {goals}", "Goals today: {goals}";

        NoPace => "한 주는 공부해야 속도를 말할 수 있어요.", "After a week of study it can be said whether the pace suffices.";
        Reached { reached: usize, study: usize, row: usize } => "지난 {study}일의 공부할 날 가운데 {reached}일에 이루었고, 지금 {row}일째 잇고 있어요.", "Reached on {reached} of the last {study} days of study; {row} in a row now.";
        Suffices { pace: usize } => "요즘 속도(하루 {pace})면 충분해요.", "The pace of the last weeks ({pace} a day) suffices.";
        FallsShort { pace: usize, more: usize } => "요즘 속도는 하루 {pace}. 하루에 {more}만큼 더 해야 해요.", "You do {pace} a day; it takes {more} more.";

        ArticleDone { now: usize } => "이루었어요: 지금 {now}%를 알아요.", "Reached: {now}% is known.";
        ArticleSuffices { now: usize, terms: usize, needed: usize, pace: usize, on: String } => "지금 {now}%. 낱말 {terms}개가 남아 공부하는 날마다 {needed}개면 돼요. 요즘 {pace}개씩 배우니 {on}에 이루어요.", "{now}% now; {terms} terms are missing: {needed} new words a day. You learn {pace}, and are there on {on}.";
        ArticleFallsShort { now: usize, terms: usize, needed: usize, pace: usize, on: String } => "지금 {now}%. 낱말 {terms}개가 남아 공부하는 날마다 {needed}개가 필요한데 요즘 {pace}개씩 배워요. 이 속도로는 {on}에 이루어요.", "{now}% now; {terms} terms are missing: it needs {needed} new words a day and you learn {pace}; at this pace on {on}.";
        ArticleIdle { now: usize, terms: usize, needed: usize } => "지금 {now}%. 낱말 {terms}개가 남아 공부하는 날마다 {needed}개가 필요한데 요즘은 새 낱말을 배우지 않아요.", "{now}% now; {terms} terms are missing: it needs {needed} new words a day and you learn none.";
        ArticleNoPace { now: usize, terms: usize, needed: usize } => "지금 {now}%. 낱말 {terms}개가 남아 공부하는 날마다 {needed}개가 필요해요.", "{now}% now; {terms} terms are missing: it needs {needed} new words a day.";
        ArticleLate { now: usize, terms: usize } => "날짜가 지났어요. 지금 {now}%이고 낱말 {terms}개가 남았어요.", "The day is over: {now}% is known, {terms} terms are missing.";
        ArticleOutOfReach { most: usize } => "배울 수 있는 낱말을 다 배워도 {most}%예요.", "Even all of its terms take it to {most}% only.";
        NotFirst { count: usize } => "그 가운데 새 낱말 {count}개가 아직 맨 앞에 있지 않아요 (9에서 Enter, 또는 dokpa plan --first).", "{count} of them do not stand first in the queue (Enter on 9, or dokpa plan --first).";
        LimitTooLow { limit: u32 } => "설정은 하루 새 낱말을 {limit}개까지만 허락해요 (new_per_day).", "The settings allow {limit} new terms a day (new_per_day).";

        AskMinutes => "하루 몇 분", "Minutes a day";
        AskCards => "하루 카드 몇 장", "Cards a day";
        AskTerms => "하루 새 낱말 몇 개", "New terms a day";
        AskArticle => "몇 %를 언제까지", "Per cent and day";
        Set { goal: String } => "목표: {goal}", "The goal: {goal}.";
        Removed { goal: String } => "목표를 지웠어요: {goal} · F2 되돌리기", "Taken away: {goal} · F2 brings it back";
        RemovedLine { goal: String } => "목표를 지웠습니다: {goal}", "Taken away: {goal}";
        None => "목표가 없습니다. dokpa goal set minutes 20처럼 정하세요.", "There is no goal; dokpa goal set minutes 20 sets one.";
        BroughtBack => "목표를 되살렸어요.", "The goal is back.";
    }
}

super::messages! {
    /// Why a goal is not one.
    GoalFault {
        BadAmount { text: String, most: u32 } => "‘{text}’: 하루에 1에서 {most} 사이의 수를 쓰세요.", "‘{text}’: give a number from 1 to {most} a day.";
        BadAim { text: String } => "‘{text}’: 몇 %와 날짜를 95 2026-12-15처럼 쓰세요 (1~100, 오늘이나 그 뒤).", "‘{text}’: write per cent and day like 95 2026-12-15 (1 to 100, today or later).";
        NoDay => "글의 목표에는 날짜가 필요합니다: --by 2026-12-15", "A goal for an article needs a day: --by 2026-12-15";
        Unknown { name: String } => "‘{name}’: 그런 목표가 없습니다. dokpa goal list로 보세요.", "There is no goal ‘{name}’; dokpa goal list shows them.";
    }
}

super::messages! {
    /// Help texts of `dokpa goal`.
    GoalUsage {
        Goal => "하루의 분·카드·새 낱말, 또는 언제까지 읽을 글을 목표로 정합니다", "Goals: minutes, cards or new terms a day, or an article by a day";
        List => "목표와 그 형편: 요즘 속도로 되는지", "The goals and how they stand: whether the pace suffices";
        Set => "목표를 정합니다. 같은 것이 있으면 그 자리에 들어갑니다", "Set a goal, in the place of one of its kind";
        Remove => "목표를 지웁니다", "Take a goal away";
        What => "minutes, cards, terms(하루에) 또는 article", "minutes, cards, terms (a day) or article";
        Value => "하루에 몇, 또는 글의 번호나 제목", "How many a day, or the article by number or title";
        To => "글에서 알아야 할 말 (%)", "Per cent of the article's running words to know";
        By => "언제까지 (2026-12-15)", "By which day (2026-12-15)";
        Which => "목록의 번호, 또는 minutes, cards, terms", "Number in the list, or minutes, cards, terms";
    }
}

impl From<GoalFault> for super::Fault {
    fn from(fault: GoalFault) -> Self {
        Self::Source { korean: fault.text(super::Lang::Ko), english: fault.text(super::Lang::En) }
    }
}
