//! Words and endings that decide whether a sentence goes on.

use super::super::{jamo, josa};

/// What takes up a quotation as an argument of the verb that follows.
const QUOTATIVES: &[&str] =
    &["이라고", "라고", "이라며", "라며", "이라면서", "라면서", "이라는", "라는", "이라던", "라던", "이란", "란"];

/// What carries a sentence on behind a quotation or a question and is no sentence's first word.
const CARRIERS: &[&str] = &[
    "고",
    "며",
    "면서",
    "하고",
    "하며",
    "하면서",
    "하는",
    "는",
    "은",
    "을",
    "를",
    "의",
    "가",
    "와",
    "과",
    "로",
    "으로",
    "에",
    "에서",
    "인",
    "인가",
    "등",
    "등의",
    "등을",
    "등이",
    "등은",
    "등과",
    "등으로",
    "따위",
    "따위의",
    "식의",
    "식으로",
    "정도",
    "정도의",
    "뿐",
];

/// Verbs of saying by their front; any ending may follow.
const SAYING: &[&str] = &[
    "말했",
    "말한",
    "말하",
    "밝혔",
    "밝힌",
    "밝히",
    "설명했",
    "설명한",
    "설명하",
    "덧붙였",
    "덧붙인",
    "강조했",
    "강조한",
    "강조하",
    "전했",
    "전한",
    "전하",
    "평가했",
    "평가한",
    "지적했",
    "지적한",
    "지적하",
    "주장했",
    "주장한",
    "주장하",
    "내다봤",
    "내다본",
    "내다보",
    "전망했",
    "전망한",
    "답했",
    "답한",
    "대답했",
    "토로했",
    "당부했",
    "물었",
    "반문했",
    "되물었",
    "되묻",
    "털어놨",
    "털어놓",
    "귀띔했",
    "귀띔한",
    "언급했",
    "진단했",
    "분석했",
    "조언했",
    "제안했",
    "요청했",
    "촉구했",
    "비판했",
    "호소했",
    "외쳤",
    "외친",
    "소리쳤",
    "이야기했",
    "얘기했",
    "회고했",
    "회상했",
    "고백했",
    "다짐했",
    "약속했",
    "선언했",
    "단언했",
    "인정했",
    "반박했",
    "해명했",
    "우려했",
    "경고했",
    "예상했",
    "관측했",
    "자랑했",
    "일축했",
    "역설했",
    "거들었",
    "꼬집었",
    "적었",
    "썼다",
    "잘라",
    "입을",
    "말문을",
    "목소리를",
    "운을",
];

/// Nouns of saying that close a sentence with 이다: 관계자의 설명이다.
const SAID: &[&str] = &[
    "말이다",
    "말입니다",
    "설명이다",
    "지적이다",
    "주장이다",
    "얘기다",
    "이야기다",
    "전언이다",
    "평가다",
    "평이다",
    "반응이다",
    "전망이다",
    "진단이다",
    "분석이다",
    "조언이다",
    "하소연이다",
    "입장이다",
    "다짐이다",
    "고백이다",
];

/// Nouns that end like a verb and stand before a full stop used as a middle dot: 캐나다.멕시코.
const NOUNS_IN_DA: &[&str] = &["캐나다", "르완다", "우간다", "바다", "혼다", "마쓰다", "람다"];

/// Abbreviations whose full stop ends no sentence, in small letters.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "vol", "co", "ltd", "inc", "corp", "fig", "pp",
    "ed", "eds", "dept", "est",
];

/// Names that are written with an exclamation mark.
const EXCLAIMED_NAMES: &[&str] = &["야후", "Yahoo", "YAHOO"];

pub(super) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.iter().any(|abbreviation| word.eq_ignore_ascii_case(abbreviation))
}

pub(super) fn ends_in_exclaimed_name(text: &str) -> bool {
    EXCLAIMED_NAMES.iter().any(|name| text.ends_with(name))
}

/// Whether `word`, the first behind a stop and white space, belongs to what was said before the stop.
pub(super) fn takes_up_statement(word: &str) -> bool {
    quotative_rest(word).is_some_and(|rest| rest.is_empty() || josa::is_josa(rest))
        || matches!(word, "는" | "를" | "며" | "면서")
}

/// Whether `word` takes up the quotation it follows, with or without white space between.
pub(super) fn takes_up_quotation(word: &str) -> bool {
    takes_up_statement(word) || CARRIERS.contains(&word)
}

/// Whether `word`, glued to a stop, goes on with the sentence: 인가?라는, 다.라고.
pub(super) fn goes_on_glued(word: &str) -> bool {
    quotative_rest(word).is_some() || CARRIERS.contains(&word)
}

fn quotative_rest(word: &str) -> Option<&str> {
    QUOTATIVES.iter().find_map(|quotative| word.strip_prefix(quotative))
}

/// Whether a clause behind a quotation says whose words it was, and brings no words of its own: 김 대표는 이렇게
/// 말했다. `clause` reaches to its full stop.
pub(super) fn attributes(clause: &str) -> bool {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let Some(last) = words.last() else { return false };
    if SAID.iter().any(|noun| last.starts_with(noun)) {
        return true;
    }
    // The verb may be drawn out (말하기도 했다, 입을 열었다), so it is looked for in the last three words.
    let from = words.len().saturating_sub(3);
    let verb = words.iter().enumerate().skip(from).find(|(_, word)| SAYING.iter().any(|front| word.starts_with(front)));
    verb.is_some_and(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        !before
            .is_some_and(|word| ["다고", "라고", "냐고", "자고", "다며", "라며"].iter().any(|end| word.ends_with(end)))
    })
}

/// Whether a predicate ends with `text`: 늘었다, 한다, 할까, 있음. Nouns in 다, 요, 함 and 음 are told apart, for a
/// full stop behind them may be a middle dot (수요.공급).
pub(super) fn ends_in_predicate(text: &str) -> bool {
    const BEFORE_YO: &str = "어아해예에세네군까나데래게대여셔려져봐와돼되켜쳐줘든거걸지";
    let mut chars = text.chars().rev();
    let (Some(last), before) = (chars.next(), chars.next()) else { return false };
    match last {
        '다' => !NOUNS_IN_DA.iter().any(|noun| text.ends_with(noun)),
        '까' | '죠' | '됨' => true,
        '요' => before.is_some_and(|c| BEFORE_YO.contains(c)),
        '오' => before == Some('시'),
        // 있음, 없음, 했음.
        '음' => {
            before.and_then(jamo::decompose).is_some_and(|syllable| matches!(syllable.tail, SSANG_SIOT | BIEUP_SIOT))
        }
        _ => false,
    }
}

/// The tail indices of ㅆ and ㅄ.
const SSANG_SIOT: u8 = 20;
const BIEUP_SIOT: u8 = 18;

/// Whether a question or an exclamation ends with `text`.
pub(super) fn ends_in_outcry(text: &str) -> bool {
    ends_in_predicate(text)
        || text
            .chars()
            .next_back()
            .is_some_and(|c| matches!(c, '가' | '나' | '냐' | '니' | '지' | '래' | '라' | '자' | '네'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predicates_are_told_from_nouns() {
        for predicate in ["늘었다", "한다", "할까", "좋아요", "했지요", "주십시오", "있음", "했음", "공개됨"]
        {
            assert!(ends_in_predicate(predicate), "{predicate}");
        }
        for noun in ["수요", "중요", "캐나다", "포함", "책임", "다음", "시장", "", "요"] {
            assert!(!ends_in_predicate(noun), "{noun}");
        }
    }

    #[test]
    fn an_attribution_has_no_words_of_its_own() {
        for clause in
            ["그는 말했다", "김 대표는 이렇게 말하기도 했다", "업계 관계자의 설명이다", "박 사장이 입을 열었다"]
        {
            assert!(attributes(clause), "{clause}");
        }
        for clause in ["시장은 조용했다", "그는 수출이 늘었다고 말했다", "김 대표는 “곧 는다”라고 밝혔다", ""]
        {
            assert!(!attributes(clause), "{clause}");
        }
    }

    #[test]
    fn quotations_are_taken_up_by_particles() {
        for word in ["라고", "이라며", "라고는", "고", "는", "등의"] {
            assert!(takes_up_quotation(word), "{word}");
        }
        for word in ["라고스", "고려대", "이", "시장은", "그는", ""] {
            assert!(!takes_up_quotation(word), "{word}");
        }
        assert!(takes_up_statement("라고") && !takes_up_statement("고"));
        assert!(goes_on_glued("라고말했다") && !goes_on_glued("한편"));
    }
}
