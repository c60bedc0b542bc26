//! What is said about answers: why a verdict, what a hint shows, what practice is. Screens and lines say the same.

super::messages! {
    /// A line about an answer.
    Answering {
        ModeAuto => "자동", "auto";
        ModeChoice => "고르기", "choose";
        AskChoice => "빈칸에 들어갈 말을 고르세요.", "Pick what stands in the blank.";
        AskChoiceForm => "빈칸에 들어갈 낱말을 고르세요 (기본형).", "Pick the word of the blank (dictionary forms).";
        Picked { chosen: String } => "고른 답: {chosen}", "You picked: {chosen}";

        SlipAeE => "ㅐ와 ㅔ를 헷갈렸어요.", "ㅐ and ㅔ were confused.";
        SlipOeWae => "ㅚ, ㅙ, ㅞ를 헷갈렸어요.", "ㅚ, ㅙ and ㅞ were confused.";
        SlipFinal => "받침이 달라요.", "The consonant beneath is another.";
        SlipTense => "된소리를 헷갈렸어요.", "A plain and a tense consonant were confused.";
        SlipAspirate => "거센소리를 헷갈렸어요.", "A plain and an aspirated consonant were confused.";
        SlipAsSaid => "소리 나는 대로 썼어요.", "Written as it is said.";
        SlipFinger => "손이 미끄러진 것 같아요.", "It looks like a slip of the finger.";
        Marks { marks: String } => "글자: {marks}", "Letters: {marks}";
        OtherWord { word: String, meaning: String } => "다른 낱말: {word} {meaning}", "Another word: {word} {meaning}";
        FitsAsWell { word: String, meaning: String } => "뜻이 통하는 낱말: {word} {meaning}", "A word that fits: {word} {meaning}";
        MissedPart { parts: String } => "놓친 부분: {parts}", "The part that was missed: {parts}";
        AcceptOffer { key: String } => "{key}: 앞으로는 이 답도 맞는 것으로", "{key}: accept this answer from now on";
        FitsOffer { key: String } => "{key}: 고른 보기도 빈칸에 맞음 (다음부터 빼기)", "{key}: my choice fits as well (never offer it again)";
        Accepted { word: String, key: String } => "앞으로는 ‘{word}’도 맞는 답이에요 ({key}: 취소).", "From now on ‘{word}’ is right as well ({key}: take back).";
        Composition { parts: String } => "짜임: {parts}", "Parts: {parts}";
        Characters { hanja: String } => "한자: {hanja}", "Hanja: {hanja}";
        MixedUpWith { words: String } => "자주 헷갈린 낱말: {words}", "Often mixed up with: {words}";

        Practice => "연습", "Practice";
        PracticeLeft { left: usize } => "남은 것 {left} · 복습 날짜는 그대로", "{left} left · no date moves";
        PracticeNote => "연습이라 복습 날짜는 그대로예요.", "Practice: no date moves.";
        PracticeOffer => "연습할 수 있어요. 복습 날짜는 그대로예요.", "You can practise; no date moves.";
        PracticeDone { answered: usize, again: usize } => "연습한 낱말 {answered}개, 틀린 것 {again}개.", "{answered} practised, {again} missed.";
        PracticeEnd => "연습을 마쳤어요.", "Practice done.";

        PlainIntroChoice { left: usize } => "문제 {left}개. 1~4: 고르기, Enter: 답 보기, h: 힌트, m: 방식, u: 되돌리기, s: 빼기, b: 내일로, x: 아는 낱말, q: 끝내기", "{left} questions. 1-4: pick, Enter: show the answer, h: hint, m: mode, u: undo, s: suspend, b: tomorrow, x: known, q: quit";
        PlainIntroAuto { left: usize } => "문제 {left}개. 떠올릴 때 Enter: 답 보기. 고를 때 1~4. 쓸 때 답을 쓰고 Enter, 명령 앞에는 :. h: 힌트, m: 방식, u: 되돌리기, s: 빼기, b: 내일로, x: 아는 낱말, q: 끝내기", "{left} questions. To recall, Enter shows the answer; to pick, 1-4; to type, the answer and Enter, with : before commands. h: hint, m: mode, u: undo, s: suspend, b: tomorrow, x: known, q: quit";
        PlainMode { mode: String } => "방식: {mode}", "Mode: {mode}";
        PlainOption { number: usize, option: String } => "{number}. {option}", "{number}. {option}";
        PlainNoHint => "힌트가 더 없습니다.", "There are no more hints.";
        PlainSource { title: String, outlet: String } => "출처: {title} {outlet}", "From: {title} {outlet}";
        PlainNoDates { proposed: u8 } => "1 다시 · 2 어려움 · 3 알맞음 · 4 쉬움 [Enter = {proposed}]", "1 again · 2 hard · 3 good · 4 easy [Enter = {proposed}]";
        PlainNotThat => "지금은 할 수 없습니다.", "Not possible now.";
    }
}
