//! Whether what stands behind a quotation says whose words it was.

use super::pairs;

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
    // A clause that says something else first is a sentence of its own: 그녀는 망설였으나 그대로 썼다.
    if words.iter().any(|word| {
        ["았으나", "었으나", "였으나", "했으나", "았지만", "었지만", "였지만", "했지만"]
            .iter()
            .any(|end| word.ends_with(end))
    }) {
        return false;
    }
    verb.is_some_and(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        // Its own words may stand in marks: “내년이 무섭다”고 말한다.
        !before.is_some_and(|word| {
            word.contains(pairs::is_closer)
                || ["다고", "라고", "냐고", "자고", "다며", "라며"].iter().any(|end| word.ends_with(end))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
