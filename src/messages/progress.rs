//! What the progress screen, `dokpa stats` and its page say.

super::messages! {
    /// A label or sentence about progress.
    ProgressLabel {
        Title => "나아감", "Progress";
        PageTitle => "독파 · 나아감", "dokpa · progress";
        AsOf { date: String } => "{date}까지", "as of {date}";
        Nothing => "아직 답하거나 읽은 것이 없어요. 첫 낱말을 익히면 여기에 보여요.", "Nothing was answered or read yet; the first word will show here.";

        Today => "오늘", "Today";
        TodayLeft { minutes: usize, due: usize, new: usize } => "오늘 남은 공부는 약 {minutes}분이에요 (복습 {due}, 새 낱말 {new}).", "About {minutes} min are left today ({due} reviews, {new} new words).";
        TodayDone => "오늘 몫은 다 했어요.", "Today's share is done.";

        Year => "한 해", "The year";
        YearSaid { days: usize, answers: usize } => "지난 한 해에 {days}일 동안 {answers}번 답했어요.", "On {days} days of the last year, {answers} answers.";
        YearScale { most: usize } => "점이 진할수록 많아요. 가장 많은 날 {most}번.", "Darker is more; {most} on the fullest day.";
        Monday => "월", "Mon";
        Wednesday => "수", "Wed";
        Friday => "금", "Fri";
        Sunday => "일", "Sun";
        DayAnswers { date: String, count: usize } => "{date}: {count}번", "{date}: {count}";
        StreakSaid { current: usize, longest: usize, rested: usize } => "{current}일째 이어 가고 있어요 (그 사이 쉰 날 {rested}, 가장 길 때 {longest}일). 한 주에 하루는 쉬어도 이어져요.", "{current} days in a row ({rested} rest days among them; the longest was {longest}). One day off in seven breaks nothing.";
        StreakNone { longest: usize } => "지금 이어 가는 날은 없어요 (가장 길 때 {longest}일).", "No streak at the moment (the longest was {longest} days).";

        Retention => "기억한 비율", "Retention";
        RetentionSaid { percent: usize, desired: usize, answers: usize } => "지난 90일의 복습 {answers}번 가운데 {percent}%를 기억했어요 (바라는 값 {desired}%).", "Of {answers} reviews in the last 90 days {percent}% were remembered ({desired}% wished for).";
        RetentionNone => "아직 복습이 없어요.", "There are no reviews yet.";
        Age0 => "7일 미만", "under 7 d";
        Age1 => "7~20일", "7 to 20 d";
        Age2 => "21~89일", "21 to 89 d";
        Age3 => "90일 이상", "90 d and more";
        OfAnswers { percent: usize, answers: usize } => "{percent}% ({answers}번)", "{percent}% ({answers})";
        NoAnswers => "-", "-";

        Calibration => "예측과 실제", "Prediction";
        CalibrationSaid { points: String } => "예측과 실제가 평균 {points}%p 달라요.", "Prediction and outcome differ by {points} points on average.";
        Predicted { percent: usize } => "예측 {percent}%", "predicted {percent}%";
        PredictedAxis => "예측", "predicted";
        ActualAxis => "실제", "actual";

        Forecast => "앞으로 90일", "The next 90 days";
        ForecastToday { a_day: usize, peak: usize } => "이미 잡힌 복습은 하루에 {a_day}개쯤, 가장 많은 날은 오늘로 {peak}개예요. 새 낱말과 잊은 것은 더해져요.", "About {a_day} reviews a day are scheduled, at most {peak}, which is today; new and forgotten words come to them.";
        ForecastSaid { a_day: usize, peak: usize, ahead: usize } => "이미 잡힌 복습은 하루에 {a_day}개쯤, 가장 많은 날은 {ahead}일 뒤 {peak}개예요. 새 낱말과 잊은 것은 더해져요.", "About {a_day} reviews a day are scheduled, at most {peak} in {ahead} days; new and forgotten words come to them.";

        States => "낱말의 상태", "Words by state";
        StatesSaid { learned: usize, mature: usize, learning: usize, new: usize } => "익힌 낱말 {learned}개 (그중 익은 것 {mature}개), 배우는 중 {learning}개, 새것 {new}개.", "{learned} learned ({mature} of them mature), {learning} being learned, {new} new.";
        StateMature => "익음", "mature";
        StateYoung => "어림", "young";
        StateLearning => "학습", "learning";
        StateKnown => "앎", "known";

        Words => "글에서 아는 말", "Running words known";
        WordsSaid { percent: usize, known: usize, all: usize, before: usize } => "지금 글들의 말 {all}개 가운데 {known}개({percent}%)를 알아요. 한 해 전에는 {before}%였어요.", "Of the {all} running words of your articles you know {known} ({percent}%); a year ago it was {before}%.";

        Levels => "급", "Levels";
        LevelsSaid { level: usize, known: usize } => "가장 많이 아는 것은 {level}급 낱말 {known}개예요.", "Most of them are of level {level}: {known}.";
        Level { level: usize } => "{level}급", "level {level}";
        NoLevel => "급 없음", "no level";
        Domains => "분야", "Domains";
        DomainsSaid { domain: String, known: usize } => "가장 넓은 분야는 {domain}이고 {known}개를 알아요.", "The largest is {domain}: {known} known.";
        KnownOf { known: usize, met: usize } => "{known}/{met}", "{known} of {met}";

        Reading => "읽기", "Reading";
        ReadingSaid { finished: usize, articles: usize, minutes: usize, speed: usize } => "글 {articles}개 가운데 {finished}개를 끝까지 읽었어요. 읽은 시간 {minutes}분, 1분에 {speed}음절.", "{finished} of {articles} articles read to the end, {minutes} min of reading, {speed} syllables a minute.";
        SpeedAxis => "1분에 읽은 음절 (한 주 평균)", "syllables a minute, by week";
        ReadingNone => "아직 끝까지 읽은 글이 없어요. `dokpa read`로 읽어요.", "No article was read yet; `dokpa read` opens one.";
        Time => "쓴 시간", "Time spent";
        TimeSaid { hours: String, answering: usize, reading: usize } => "모두 {hours}시간: 답하기 {answering}분, 읽기 {reading}분.", "{hours} hours in all: {answering} min answering, {reading} min reading.";
        MinutesAxis => "하루 몇 분 (한 주 평균)", "minutes a day, by week";
        Hard => "자꾸 잊는 낱말", "Forgotten again and again";
        HardNone => "자꾸 잊는 낱말은 없어요.", "No word is forgotten again and again.";
        MixedUp => "헷갈리는 낱말", "Mixed up";
        MixedUpNone => "두 번 넘게 서로 바꿔 답한 낱말은 없어요.", "No two words were given for one another more than once.";
        MixedUpPair { one: String, other: String, times: usize } => "{one} / {other} ({times}번)", "{one} / {other} ({times}×)";
        Hanja => "어려운 한자", "Hard hanja";
        HanjaNone => "특히 어려운 한자는 아직 없어요.", "No character stands out as hard yet.";
        HanjaSaid { character: char, reading: char, percent: usize } => "낱말을 가장 자주 잊는 한자는 {character}({reading})예요: 답의 {percent}%.", "Words with {character} ({reading}) are forgotten most: {percent}% of answers.";
        HanjaTold { percent: usize, answers: usize, words: String } => "{percent}% ({answers}번) {words}", "{percent}% of {answers}  {words}";
        HardTerm { term: String, lapses: usize } => "{term} ({lapses}번)", "{term} ({lapses}×)";
        Ago { weeks: usize } => "{weeks}주 전", "{weeks} weeks ago";
        Now => "지금", "now";
        InDays { days: usize } => "{days}일 뒤", "in {days} days";
        Wrote { path: String } => "{path}에 썼습니다.", "Wrote {path}.";
    }
}

super::messages! {
    /// What the lexicon's domains are called.
    Domain {
        Finance => "금융", "finance";
        Corp => "기업", "companies";
        Society => "사회", "society";
        Law => "법", "law";
        Politics => "정치", "politics";
        Equity => "증권", "equity";
        Macro => "거시 경제", "macro economy";
        Labour => "노동", "labour";
        Tech => "기술", "technology";
        Media => "언론", "media";
        Trade => "무역", "trade";
        Property => "부동산", "property";
        Retail => "유통", "retail";
        Energy => "에너지", "energy";
        Bio => "의약", "bio";
        Food => "식품", "food";
        Tax => "세금", "tax";
        Market => "시장", "markets";
        Agri => "농업", "agriculture";
        Logistics => "물류", "logistics";
        Auto => "자동차", "cars";
        Tourism => "관광", "tourism";
        Telecom => "통신", "telecom";
        Ship => "조선", "shipbuilding";
        Chips => "반도체", "chips";
        Chem => "화학", "chemicals";
        Construction => "건설", "construction";
        Strategy => "전략", "strategy";
        Steel => "철강", "steel";
        Battery => "배터리", "batteries";
        Other { name: String } => "{name}", "{name}";
    }
}

impl Domain {
    /// By the lexicon's short name.
    pub fn named(name: &str) -> Self {
        match name {
            "finance" => Self::Finance,
            "corp" => Self::Corp,
            "society" => Self::Society,
            "law" => Self::Law,
            "politics" => Self::Politics,
            "equity" => Self::Equity,
            "macro" => Self::Macro,
            "labour" => Self::Labour,
            "tech" => Self::Tech,
            "media" => Self::Media,
            "trade" => Self::Trade,
            "property" => Self::Property,
            "retail" => Self::Retail,
            "energy" => Self::Energy,
            "bio" => Self::Bio,
            "food" => Self::Food,
            "tax" => Self::Tax,
            "market" => Self::Market,
            "agri" => Self::Agri,
            "logistics" => Self::Logistics,
            "auto" => Self::Auto,
            "tourism" => Self::Tourism,
            "telecom" => Self::Telecom,
            "ship" => Self::Ship,
            "chips" => Self::Chips,
            "chem" => Self::Chem,
            "construction" => Self::Construction,
            "strategy" => Self::Strategy,
            "steel" => Self::Steel,
            "battery" => Self::Battery,
            other => Self::Other { name: other.to_owned() },
        }
    }
}
