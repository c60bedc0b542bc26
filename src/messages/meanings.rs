//! What is said around the meaning of a word: looking up, senses, hanja families.

super::messages! {
    /// A label of the screens and lines that explain a word.
    Sense {
        LookUpTitle => "사전 찾기", "Look up";
        LookUpField => "찾기", "Find";
        LookUpHelp => "한글 앞부분, 첫소리(ㅎㅇㅈㅊ), 한자나 영어로 찾아요.", "By the beginning of a word, its initial consonants (ㅎㅇㅈㅊ), hanja or English.";
        LookUpNothing { text: String } => "‘{text}’(을)를 찾지 못했어요.", "Nothing found for ‘{text}’.";
        SourceOwn => "내 뜻", "your own";
        SourceHouse => "독파 사전", "dokpa";
        SourceParts => "짜임으로 보면", "by its parts";
        SourceGenerated => "≈ 일본어 같은 한자말에서", "≈ from the Japanese cognate";
        Chosen => "고른 뜻", "your choice";
        Choice { at: usize, of: usize } => "뜻 {at}/{of}", "sense {at} of {of}";
        ChosenNow { gloss: String } => "이제부터 이 뜻으로 보여요: {gloss}", "Shown from now on: {gloss}";
        GlossAsk { term: String } => "‘{term}’의 내 뜻을 쓰세요. 비우면 지워요.", "Type your own gloss of ‘{term}’; an empty one takes it back.";
        GlossSet { gloss: String } => "내 뜻을 적었어요: {gloss}", "Your gloss is kept: {gloss}";
        GlossCleared => "내 뜻을 지웠어요.", "Your gloss is taken back.";
        NoMeaning => "사전에 없는 낱말이에요. 내 뜻을 달 수 있어요.", "Not in any dictionary; you can give it your own gloss.";
        Families => "같은 한자를 쓰는 낱말", "Words with the same hanja";
        NoFamily => "읽은 글에는 아직 없어요.", "None in your articles yet.";
        Coverage { file: String, share: String, words: usize, own: usize, parts: usize } => "{file}: 낱말 {words}개 가운데 {share}%에 뜻이 있음 (사전 {own}, 짜임 {parts})", "{file}: {share}% of {words} words have a gloss ({own} own, {parts} by parts)";
        CoverageOfAll => "모두", "all";
    }
}
