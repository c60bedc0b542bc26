//! Stems that mecab-ko-dic lists twice with the same cost: raw, and as the form of another stem whose ㄹ fell.

/// Surfaces that are read as they stand. 쓰는 is 쓰다, though the dictionary also has 쓰 as a form of 쓸다; surfaces
/// that are no stem by themselves (만드, 머무) are absent, so that 만드는 is 만들다. Between two real verbs the one
/// that news prose has more often wins.
const RAW: &[&str] = &[
    "가",
    "가리키",
    "걸",
    "곱",
    "그리",
    "기",
    "끄",
    "나",
    "날",
    "내",
    "누",
    "들",
    "들이켜",
    "듣",
    "마",
    "막",
    "모",
    "물",
    "밟",
    "부",
    "비",
    "뵈",
    "사",
    "실",
    "싸",
    "쏘",
    "쓰",
    "아",
    "어",
    "말",
    "줄",
    "쓸",
    "불",
    "길",
    "딛",
    "까",
    "익",
    "자",
    "잇",
    "잡수",
    "재미있",
    "주",
    "지",
    "지어내",
    "찌",
    "파",
    "파고들",
    "푸",
    "하",
    "트",
    "캐",
];

/// Whether `surface` is a stem by itself.
pub fn is_raw_stem(surface: &str) -> bool {
    RAW.contains(&surface)
}
