//! What the placement test says on its screen.

super::messages! {
    /// A text of the placement test.
    PlacementLabel {
        Title => "낱말 시험", "placement test";
        Progress { number: usize, most: usize } => "{number}/{most}", "{number}/{most}";
        OfferHead => "아는 낱말은 건너뛸까요?", "Skip the words that you know already?";
        Offer => "2분 동안 낱말을 보고 아는지 모르는지만 답하면, 이미 아는 쉬운 낱말을 가려내 새 낱말로 묻지 않습니다. 표시하기 전에 무엇이 바뀌는지 보여 주고 물어보며, 언제든 되돌릴 수 있습니다.", "For two minutes you see words and say whether you know them. Easy words that you know are found and not taught again. Before anything is marked you are shown what changes and asked, and it can be taken back at any time.";
        OfferKeys { begin: String, decline: String } => "{begin} 시작 · {decline} 안 할래요", "{begin} begin · {decline} no, thanks";
        OfferLater { key: String } => "나중에 홈 화면에서 {key}로 할 수 있습니다.", "You can take it later from the home screen with {key}.";
        Ask => "이 낱말의 뜻을 아나요?", "Do you know what this word means?";
        Keys { know: String, unknown: String } => "{know} 알아요 · {unknown} 몰라요", "{know} I know it · {unknown} I don't";
        Last { word: String, gloss: String, said: String } => "앞 낱말: {word} – {gloss} ({said})", "before: {word} – {gloss} ({said})";
        SaidKnown => "안다고 답함", "you know it";
        SaidUnknown => "모른다고 답함", "you don't know it";
        LastUndo { key: String } => "잘못 답했으면 {key}", "answered wrongly? {key}";
        NothingToUndo => "되돌릴 답이 없습니다.", "There is no answer to take back.";
        BrokenOff => "시험을 그만두었습니다. 아무것도 표시하지 않았습니다.", "The test was broken off. Nothing was marked.";
        Declined { key: String } => "다시 묻지 않을게요. 홈 화면에서 {key}를 누르면 언제든 할 수 있습니다.", "You won't be asked again. {key} on the home screen starts the test at any time.";
        EndHead { level: u8 } => "{level}급까지의 낱말을 아는 것으로 봅니다.", "You seem to know the words up to level {level}.";
        EndNone => "처음부터 가르칩니다. 표시할 낱말은 없습니다.", "You will be taught from the beginning. There is nothing to mark.";
        EndAnswers { answered: usize, known: usize } => "낱말 {answered}개 가운데 {known}개를 안다고 답했습니다.", "You knew {known} of {answered} words.";
        EndMark { count: usize } => "‘앎’으로 표시할 낱말: 지금 글에 있는 {count}개. 앞으로 들이는 글에서도 이 급까지의 낱말은 새 낱말로 묻지 않습니다.", "To be marked as known: {count} words of the articles here. In articles that come later, words up to this level are not taught either.";
        EndExamples { words: String } => "보기: {words}", "for example: {words}";
        EndKeys { mark: String, leave: String } => "{mark} 표시하기 · {leave} 표시하지 않기", "{mark} mark them · {leave} mark nothing";
        EndLeave { leave: String } => "{leave} 홈으로", "{leave} home";
        EndBack { key: String } => "{key}로 마지막 답을 되돌릴 수 있습니다.", "{key} takes the last answer back.";
        NotMarked => "아무것도 표시하지 않았습니다.", "Nothing was marked.";
        Marked { count: usize } => "낱말 {count}개를 ‘앎’으로 표시했습니다.", "{count} words were marked as known.";
        MarkedUndo { undo: String, leave: String } => "{undo} 모두 되돌리기 · {leave} 홈으로", "{undo} take all of it back · {leave} home";
        MarkedLater => "나중에는 dokpa placement --undo로 되돌립니다.", "Later: dokpa placement --undo.";
        Unmarked { count: usize } => "{count}개를 다시 묻습니다. 시험 전과 같습니다.", "{count} words are asked again, as before the test.";
    }
}
