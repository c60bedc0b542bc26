use crate::korean::analyzer::Analyzer;

#[track_caller]
fn case(text: &str, morphemes: &str) {
    let found = Analyzer::open().unwrap().analyze(text).unwrap();
    let found: Vec<_> = found.iter().map(|m| format!("{}/{}", m.surface, m.tag.name())).collect();
    assert_eq!(found.join(" "), morphemes, "{text}");
}

#[track_caller]
fn lemma(text: &str, expected: &str) {
    let found = Analyzer::open().unwrap().analyze(text).unwrap();
    assert!(found.iter().any(|m| m.lemma == expected), "{text}: {found:?}");
}

#[test]
fn a_number_is_one_morpheme_and_each_sign_behind_it_is_one() {
    case("3.5%,", "3.5/SN %/SY ,/SC");
    case("(40%)", "(/SSO 40/SN %/SY )/SSC");
    case("1,234,567원", "1,234,567/SN 원/NNBC");
    case("1, 200개", "1/SN ,/SC 200/SN 개/NNBC");
}

#[test]
fn a_quoted_sentence_is_finished_before_its_particle() {
    case("“오른다”고", "“/SSO 오르/VV ㄴ다/EF ”/SSC 고/JKQ");
    case("‘바닥’을", "‘/SSO 바닥/NNG ’/SSC 을/JKO");
}

#[test]
fn the_ending_tells_which_verb_a_stem_is() {
    lemma("집을 지어 판다.", "짓다");
    lemma("다리를 이어 준다.", "잇다");
    lemma("책임을 물어 해임했다.", "묻다");
    lemma("이야기를 들은 사람이다.", "듣다");
    lemma("비용이 크게 줄었다.", "줄다");
    lemma("비용이 줄고 있다.", "줄다");
    lemma("강물이 흘러 바다로 간다.", "흐르다");
    lemma("시장이 더 가까워 보인다.", "가깝다");
    lemma("해가 지는 쪽이다.", "지다");
}

#[test]
fn to_appear_is_one_verb() {
    lemma("해외시장 공략에 나서 성과를 냈다.", "나서다");
    lemma("새 사업에 나섰다.", "나서다");
}

#[test]
fn an_object_before_it_makes_a_pronoun_a_verb() {
    lemma("성과를 내는 회사다.", "내다");
}

#[test]
fn the_lexicon_tells_verbs_from_adjectives() {
    case("자료를 조사한", "자료/NNG 를/JKO 조사/NNG 하/XSV ㄴ/ETM");
    case("경쟁이 치열하다", "경쟁/NNG 이/JKS 치열/NNG 하/XSA 다/EC");
}

#[test]
fn verbs_of_two_verbs_are_whole() {
    lemma("격차가 더 길어질 전망이다.", "길어지다");
    lemma("성과를 이뤄냈다.", "이루어내다");
    lemma("경영권을 넘겨받는 조건이다.", "넘겨받다");
    lemma("회복할 것으로 내다봤다.", "내다보다");
    lemma("합의가 이뤄졌다.", "이루어지다");
}

#[test]
fn an_unknown_word_is_not_left_in_pieces() {
    case("한빛이", "한빛/NNP 이/JKS");
}
