use super::*;

fn forms(text: &str) -> Vec<String> {
    let morphemes = Analyzer::open().unwrap().analyze(text).unwrap();
    morphemes.iter().map(|m| format!("{}/{}", m.surface, m.tag.name())).collect()
}

fn lemmas(text: &str) -> Vec<String> {
    Analyzer::open().unwrap().analyze(text).unwrap().into_iter().map(|m| m.lemma).collect()
}

#[test]
fn inflected_entries_are_expanded() {
    assert_eq!(forms("설립했다."), ["설립/NNG", "하/XSV", "았/EP", "다/EF", "./SF"]);
}

#[test]
fn a_suffix_verb_has_its_noun_in_the_dictionary_form() {
    assert!(lemmas("해외진출을 모색하고 있다").contains(&"모색하다".to_owned()));
    assert!(lemmas("협소한 내수시장").contains(&"협소하다".to_owned()));
}

#[test]
fn ranges_are_bytes_of_the_text() {
    let text = "국내  통신사업자들의 해외진출이 활발하다.";
    for m in Analyzer::open().unwrap().analyze(text).unwrap() {
        let slice = &text[m.range.clone()];
        assert!(!slice.contains(' ') && !slice.is_empty(), "{m:?}");
    }
    let morphemes = Analyzer::open().unwrap().analyze(text).unwrap();
    let word = morphemes.iter().find(|m| m.surface == "진출").unwrap();
    assert_eq!(&text[word.range.clone()], "진출");
}

#[test]
fn a_particle_is_not_taken_across_a_space() {
    // Without the penalty for a space, 이 is read as a particle here.
    assert!(forms("기업 이 제도를 바꿨다")[1].starts_with("이/"));
    assert_eq!(forms("그 회사는 이 시장에 나섰다")[3], "이/MM");
}

#[test]
fn nothing_comes_of_nothing() {
    assert!(forms("").is_empty());
    assert!(forms("   ").is_empty());
}
