//! Judgement over the blanks of the ready decks.

use super::*;
use crate::cloze::{Expected, Prompt, Verdict, judge};
use crate::store::Store;
use crate::time::Timestamp;

/// Every seventh blank: its own letters are right; its dictionary form is right, at the worst in another form; and the
/// reader's term that stands next in the list is never taken for it or for a slip.
#[test]
fn blanks_of_the_ready_decks_are_judged_as_they_should() {
    let mut store = Store::in_memory().unwrap();
    add_ready_decks(&mut store, Timestamp::from_millis(1_770_000_000_000)).unwrap();
    let own = own_words(&store).unwrap();
    let mut wrong = Vec::new();
    for (at, row) in store.deck_clozes(None).unwrap().iter().enumerate().step_by(7) {
        let word = row.term.word();
        let prompt = Prompt::cut(&row.question.sentence, row.question.range.clone()).unwrap();
        let expected = Expected { answer: prompt.answer, after: prompt.after, word: &word };
        let other = &own.words()[at % own.words().len()];
        let mut check = |typed: &str, allowed: &[Verdict]| {
            let verdict = judge(&expected, &own, typed).verdict;
            if !allowed.contains(&verdict) {
                wrong.push(format!("{typed} for {} of {}: {verdict:?}", prompt.answer, word.term));
            }
        };
        check(prompt.answer, &[Verdict::Correct]);
        check(&word.term, &[Verdict::Correct, Verdict::CorrectOtherForm]);
        if other.key() != word.key() && !other.term.contains(&word.term) && !other.term.contains(prompt.answer) {
            check(&other.term, &[Verdict::Wrong, Verdict::FitsNotHere]);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
