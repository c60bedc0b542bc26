use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::cloze::Remark;

fn noun(term: &str, parts: &[&str]) -> Word {
    let kind = if parts.is_empty() { Kind::Noun } else { Kind::Compound };
    Word { term: term.into(), pos: Pos::Noun, kind, parts: parts.iter().map(|part| (*part).to_owned()).collect() }
}

fn verb(term: &str) -> Word {
    Word { term: term.into(), pos: Pos::Verb, kind: Kind::Verb, parts: vec![] }
}

fn ask(word: &Word, own: &OwnWords, seed: u64) -> Choices {
    choices(word, &word.term, ("", "을 서두르고 있다."), own, seed).unwrap()
}

#[test]
fn wrong_choices_have_the_shape_of_the_right_one() {
    let word = noun("해외진출", &["해외", "진출"]);
    for seed in 0..20 {
        let found = ask(&word, &OwnWords::default(), seed);
        assert_eq!(found.options.len(), 4);
        assert_eq!(found.options[found.right], "해외진출");
        assert_eq!(found.options.iter().collect::<BTreeSet<_>>().len(), 4);
        for option in &found.options {
            assert_eq!((option.chars().count(), Final::of(option)), (4, Final::Rieul), "{:?}", found.options);
        }
    }
}

#[test]
fn the_readers_own_words_come_first() {
    let own = OwnWords::new(vec![noun("시장진출", &["시장", "진출"]), noun("신약기술", &[]), noun("금리", &[])]);
    let word = noun("해외진출", &["해외", "진출"]);
    let of_own = (0..20).filter(|&seed| ask(&word, &own, seed).options.contains(&"시장진출".to_owned())).count();
    assert!(of_own > 15, "{of_own}");
}

#[test]
fn what_was_mixed_up_is_always_asked_against_each_other() {
    let mut own = OwnWords::new(vec![noun("인수", &[]), noun("인상", &[])]);
    own.mix_up("인수", "인상");
    for seed in 0..10 {
        assert!(ask(&noun("인수", &[]), &own, seed).options.contains(&"인상".to_owned()));
    }
}

#[test]
fn what_was_read_before_the_same_word_is_not_offered() {
    let mut own = OwnWords::new(vec![noun("시장진출", &["시장", "진출"])]);
    own.follow("시장진출", "을 서두른다.");
    let word = noun("해외진출", &["해외", "진출"]);
    assert!((0..20).all(|seed| !ask(&word, &own, seed).options.contains(&"시장진출".to_owned())));
}

#[test]
fn what_fits_as_well_is_never_offered() {
    let word = noun("인수", &[]);
    let mut own = OwnWords::default();
    let shown: BTreeSet<String> = (0..60).flat_map(|seed| ask(&word, &own, seed).options).collect();
    assert!(!shown.contains("취득") && shown.len() > 12, "{shown:?}");
    let barred = shown.iter().find(|option| *option != "인수").unwrap().clone();
    own.remark("인수", &barred, Remark::Fits);
    assert!((0..60).all(|seed| !ask(&word, &own, seed).options.contains(&barred)));
}

#[test]
fn all_choices_are_spaced_like_the_right_one() {
    let own = OwnWords::new(vec![noun("수출 매출", &["수출", "매출"]), noun("원화가치", &["원화", "가치"])]);
    for (term, spaced) in [("해외진출", false), ("원화 약세", true)] {
        let parts: Vec<&str> = if spaced { vec!["원화", "약세"] } else { vec!["해외", "진출"] };
        for seed in 0..10 {
            let found = ask(&noun(term, &parts), &own, seed);
            assert!(found.options.iter().all(|option| option.contains(' ') == spaced), "{:?}", found.options);
            let keys: BTreeSet<TermKey> = found.options.iter().map(|option| TermKey::of(option)).collect();
            assert_eq!(keys.len(), 4);
        }
    }
}

#[test]
fn no_set_comes_twice() {
    let word = noun("해외진출", &["해외", "진출"]);
    let mut own = OwnWords::default();
    for _ in 0..12 {
        let found = ask(&word, &own, 7);
        assert!(!own.was_shown(&word.term, &found.options), "{:?}", found.options);
        own.show(&word.term, &found.options);
    }
}

#[test]
fn an_inflected_blank_is_asked_in_dictionary_forms() {
    let found = choices(&verb("두드리다"), "두드려", ("문을 ", "야 한다."), &OwnWords::default(), 1).unwrap();
    assert_eq!(found.options[found.right], "두드리다");
    assert!(found.options.iter().all(|option| option.ends_with('다') && option.chars().count() == 4));
    let root = choices(&verb("모색하다"), "모색", ("방안을 ", "하고 있다."), &OwnWords::default(), 1).unwrap();
    assert_eq!(root.options[root.right], "모색");
    assert!(root.options.iter().all(|option| option.chars().count() == 2));
}

proptest! {
    #[test]
    fn whatever_the_word_four_choices_are_right_or_there_are_none(term in "[가-힣]{1,7}", seed in any::<u64>()) {
        let word = noun(&term, &[]);
        if let Some(found) = choices(&word, &term, ("", ""), &OwnWords::default(), seed) {
            prop_assert_eq!(found.options.len(), 4);
            prop_assert_eq!(&found.options[found.right], &term);
            let again = choices(&word, &term, ("", ""), &OwnWords::default(), seed);
            prop_assert_eq!(Some(found), again);
        }
    }
}

/// Drawing as it was before words were kept by shape: everything is looked at and put in order.
mod plainly {
    use super::*;

    struct Plain {
        text: String,
        class: u64,
    }

    impl Plain {
        fn rank(&self, drawing: u64, room: u64) -> u64 {
            self.class + mix(drawing ^ hash(&self.text)) % room
        }
    }

    pub fn choices(
        word: &Word,
        answer: &str,
        (before, after): (&str, &str),
        own: &OwnWords,
        seed: u64,
    ) -> Option<Choices> {
        let (slot, right) = slot(word, answer);
        let mut candidates = candidates(word, slot, &right, own);
        let mut last = None;
        for attempt in 0..TRIES {
            let drawing = mix(seed.wrapping_add(attempt));
            // Where the same set comes again, chance gets more room.
            let room = 120 + 60 * attempt;
            candidates.sort_by_cached_key(|candidate| (candidate.rank(drawing, room), candidate.text.clone()));
            let ordered: Vec<Candidate> = candidates
                .iter()
                .map(|plain| Candidate {
                    text: plain.text.as_str().into(),
                    hash: hash(&plain.text),
                    class: plain.class,
                })
                .collect();
            let wrong = pick(&ordered.iter().collect::<Vec<_>>(), word, &right, (before, after), own);
            if wrong.len() < WRONG {
                return None;
            }
            let mut options: Vec<String> = wrong.into_iter().chain([right.clone()]).collect();
            options.sort_by_key(|option| mix(drawing ^ hash(option)));
            if !own.was_shown(&word.term, &options) {
                last = Some(options);
                break;
            }
            last = Some(options);
        }
        let options = last?;
        let right = options.iter().position(|option| *option == right)?;
        Some(Choices { options, right })
    }

    fn candidates(word: &Word, slot: Slot, right: &str, own: &OwnWords) -> Vec<Plain> {
        let letters = right.chars().filter(|c| !c.is_whitespace()).count();
        let ending = Final::of(right);
        let domain = lexicon::find(&word.term, word.pos).map(|entry| entry.domain);
        let mut found = Vec::new();
        let mixed_up: Vec<&str> = own.mixed_up_with(&word.term).iter().map(|word| word.term.as_str()).collect();
        for other in own.words() {
            let Some(text) = slot.text(other) else { continue };
            let count = text.chars().filter(|c| !c.is_whitespace()).count();
            let strange = (count.abs_diff(letters) * 2 + usize::from(Final::of(text) != ending)) as u64;
            if !same_script(text, right) {
                continue;
            }
            let class = match () {
                () if mixed_up.contains(&other.term.as_str()) => 0,
                () if Sharing::of(word, right).with(text) => 100,
                () => 330,
            };
            let (text, alike) = spelled(text, &other.parts, right);
            // What was mixed up is asked against each other, whatever its shape.
            let strange = if class == 0 { 0 } else { strange + u64::from(!alike) };
            if strange < 8 {
                found.push(Plain { text, class: class + strange * 1000 });
            }
        }
        let shapes = shapes(letters, ending);
        for (strange, (count, end)) in shapes {
            if found.iter().filter(|candidate| candidate.class < (strange + 1) * 1000).count() >= 3 * WRONG
                && strange > 0
            {
                break;
            }
            for entry in lexicon::of_shape(count, end) {
                let Some(text) = lexicon_text(entry, slot).filter(|text| same_script(text, right)) else { continue };
                let class = match () {
                    () if Sharing::of(word, right).with(text) => 220,
                    () if Some(entry.domain) == domain => 400,
                    () => 500,
                };
                let parts = if right.contains(' ') { lexicon::split(text) } else { None };
                let parts = parts.map_or_else(Vec::new, |parts| parts.map(str::to_owned).to_vec());
                let (text, alike) = spelled(text, &parts, right);
                found.push(Plain { text, class: class + (strange + u64::from(!alike)) * 1000 });
            }
        }
        found
    }
}

fn words() -> impl Strategy<Value = Vec<Word>> {
    let term = "(해외|시장|자금|금|투자|기업|수출)( ?)(진출|진행|투자|자금|율|세|하다|A|1)";
    let word = (term, 0..4_usize, any::<bool>()).prop_map(|(term, kind, parts)| {
        let parts: Vec<String> = term.split(' ').map(str::to_owned).filter(|_| parts).collect();
        let kind = [Kind::Noun, Kind::Compound, Kind::Verb, Kind::Idiom][kind];
        let pos = if kind == Kind::Verb { Pos::Verb } else { Pos::Noun };
        Word { term, pos, kind, parts }
    });
    proptest::collection::vec(word, 0..80)
}

proptest! {
    #[test]
    fn by_shape_the_same_choices_are_drawn_as_out_of_all(
        words in words(),
        at in any::<prop::sample::Index>(),
        pairs in proptest::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 0..4),
        shown in 0..3_u64,
        seed in any::<u64>(),
    ) {
        prop_assume!(!words.is_empty());
        let word = at.get(&words).clone();
        let mut own = OwnWords::new(words.clone());
        for (one, other) in &pairs {
            own.mix_up(&one.get(&words).term, &other.get(&words).term);
            own.mix_up(&word.term, &other.get(&words).term);
        }
        own.follow(&words[0].term, "을 서두른다.");
        for _ in 0..=shown {
            let sentence = ("어제 ", "을 서두르고 있다.");
            let found = choices(&word, &word.term, sentence, &own, seed);
            prop_assert_eq!(&found, &plainly::choices(&word, &word.term, sentence, &own, seed));
            let Some(found) = found else { break };
            own.show(&word.term, &found.options);
        }
    }
}
