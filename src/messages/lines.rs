//! What the command line says when all is well.

super::messages! {
    /// A line on standard output.
    Line {
        DataFile { path: String } => "자료: {path}", "data: {path}";
        NoDecks => "덱이 없습니다. dokpa import 파일로 글을 들이세요.", "There are no decks; bring in an article with dokpa import FILE.";
        DeckCounts { articles: usize, terms: usize, new: usize, due: usize, learned: usize } => "글 {articles} · 낱말 {terms} · 새 낱말 {new} · 오늘 복습 {due} · 익힌 것 {learned}", "articles {articles} · terms {terms} · new {new} · due {due} · learned {learned}";
        Imported { title: String, deck: String, sentences: usize, terms: usize, new_terms: usize } => "‘{title}’ → {deck}: 문장 {sentences}개, 낱말 {terms}개 (새것 {new_terms}개)", "‘{title}’ → {deck}: {sentences} sentences, {terms} terms ({new_terms} new)";
        Duplicate { title: String, deck: String } => "‘{title}’: 이미 있는 글이라 그대로 두었습니다 ({deck}).", "‘{title}’ is here already; nothing was changed ({deck}).";
        TookCorrections { count: usize } => "덱의 고침 {count}개를 받아들였습니다 (dokpa fix list).", "{count} corrections of the deck were taken over (dokpa fix list).";
        Fixed { id: i64, what: String, articles: usize, sentences: usize } => "{id}. {what} (글 {articles}개, 문장 {sentences}개에 적용)", "{id}. {what} (in {articles} articles, {sentences} sentences)";
        FixUndone { id: i64, what: String, articles: usize, sentences: usize } => "되돌림: {id}. {what} (글 {articles}개, 문장 {sentences}개에 적용)", "undone: {id}. {what} (in {articles} articles, {sentences} sentences)";
        Exported { path: String } => "{path}에 썼습니다.", "Wrote {path}.";

        PlainIntro { left: usize } => "문제 {left}개. Enter: 답 보기, h: 힌트, u: 되돌리기, r: 다시 하기, s: 빼기, b: 내일로, x: 아는 낱말, q: 끝내기", "{left} questions. Enter: show the answer, h: hint, u: undo, r: redo, s: suspend, b: tomorrow, x: known, q: quit";
        PlainIntroType { left: usize } => "문제 {left}개. 답을 쓰고 Enter. 빈 줄: 답 보기, :h 힌트, :u 되돌리기, :r 다시 하기, :s 빼기, :b 내일로, :x 아는 낱말, :q 끝내기", "{left} questions. Type the answer and Enter. Empty line: show it, :h hint, :u undo, :r redo, :s suspend, :b tomorrow, :x known, :q quit";
        PlainNothing => "지금은 할 것이 없습니다.", "There is nothing to study now.";
        PlainQuestion { number: usize, prompt: String } => "[{number}] {prompt}", "[{number}] {prompt}";
        PlainHint { hint: String } => "힌트: {hint}", "Hint: {hint}";
        PlainAnswer { answer: String, term: String, said: String, gloss: String } => "답: {answer} ({term} [{said}]) {gloss}", "Answer: {answer} ({term} [{said}]) {gloss}";
        PlainGrades { again: String, hard: String, good: String, easy: String, proposed: u8 } => "1 다시 {again} · 2 어려움 {hard} · 3 알맞음 {good} · 4 쉬움 {easy} [Enter = {proposed}]", "1 again {again} · 2 hard {hard} · 3 good {good} · 4 easy {easy} [Enter = {proposed}]";
        PlainUndone => "되돌렸습니다.", "Taken back.";
        PlainNoUndo => "되돌릴 것이 없습니다.", "There is nothing to take back.";
        PlainUnknown { text: String } => "‘{text}’: 모르는 명령입니다.", "‘{text}’ is no command.";
        PlainDone { answered: usize, again: usize } => "끝. 답 {answered}개, 다시 {again}개.", "Done: {answered} answered, {again} again.";
        JsonNotUnderstood { detail: String } => "알아듣지 못한 줄입니다: {detail}", "not understood: {detail}";
        JsonNotNow { what: String } => "지금은 할 수 없습니다: {what}", "not possible now: {what}";
    }
}
