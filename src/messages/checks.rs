//! What is said around the short check behind an article.

super::messages! {
    /// A label or line of the check.
    CheckLabel {
        Title { title: String } => "이해 확인 · {title}", "Did you get it? · {title}";
        Position { at: usize, of: usize } => "{at}/{of}", "{at} of {of}";
        AskSaid => "다음 가운데 이 글에 나온 문장은 어느 것인가요?", "Which of these did the article say?";
        AskNumber => "빈칸에 들어갈 수는 무엇인가요?", "Which figure stands in the blank?";
        AskOrder => "이 글은 다음을 어떤 차례로 말했나요?", "In which order did the article say these?";
        Right => "O 맞았어요.", "O Right.";
        Wrong { right: String } => "X 아니에요. 답: {right}", "X No: {right}";
        Summary { right: usize, of: usize } => "{of}문제 가운데 {right}개를 맞혔어요.", "{right} of {of} right.";
        Offer => "글의 끝이에요. 5를 누르면 잘 읽었는지 짧게 확인해요.", "That is the end. 5 asks a few short questions about it.";
        TooShort => "이 글에서는 물을 것을 찾지 못했어요.", "This article gives nothing to ask.";
        Section => "읽은 것의 이해", "Understanding";
        Said { answers: usize, percent: usize, recent: usize, lately: usize } => "읽은 글에 대한 {answers}문제 가운데 {percent}%를 맞혔어요. 지난 28일에는 {recent}문제 가운데 {lately}%.", "Of {answers} questions about what was read {percent}% were right; in the last 28 days {lately}% of {recent}.";
        KindSaid => "나온 문장", "what was said";
        KindNumber => "수", "figures";
        KindOrder => "차례", "the order";
        Axis => "맞힌 비율 % (한 주)", "per cent right, by week";
        Prompt { most: usize } => "답 (1-{most}, 그만두려면 빈 줄): ", "Answer (1-{most}, an empty line leaves): ";
        NotAChoice { most: usize } => "1에서 {most} 사이의 수를 쓰세요.", "Give a number from 1 to {most}.";
        Usage => "읽은 글에 대해 짧게 묻습니다 (줄로; --json이면 프로그램을 위해)", "Ask a few questions about the article, in lines (with --json for programs)";
    }
}
