//! One term with all that is remembered of it, and its memory in words: the same on its screen and in `dokpa card show`.

use super::TaskError;
use super::memory::{CardRow, rows};
use crate::deck::{Due, Grade, Status, Term};
use crate::dictionary;
use crate::messages::{Label, Lang, ListLabel, ReadingLabel, TermLabel as Say};
use crate::reader::Knowledge;
use crate::schedule::Settings;
use crate::store::{MetSentence, PastAnswer, Store};
use crate::time::{Calendar, StudyDay, Timestamp};
use crate::vocab::{Kind, TermKey};

/// Answers that are told one by one.
const TOLD: usize = 8;
/// Sentences that are read together: more than a screen shows.
const TOGETHER: usize = 40;

/// A term with what is remembered of it.
#[derive(Debug, Clone, PartialEq)]
pub struct TermView {
    pub term: Term,
    /// `None` for names, which have none.
    pub card: Option<CardRow>,
    /// The last answers, the newest first.
    pub history: Vec<PastAnswer>,
    pub note: Option<String>,
    /// How often it was met, in how many articles.
    pub met: (usize, usize),
}

/// What is remembered of a term.
pub fn term_view(
    store: &Store,
    term: &Term,
    settings: &Settings,
    calendar: &Calendar,
    today: StudyDay,
) -> Result<TermView, TaskError> {
    let card = store.card(term.id)?.filter(|_| term.kind != Kind::Name);
    let found = card.map(|card| (term.clone(), card)).into_iter().collect();
    Ok(TermView {
        card: rows(store, found, settings, calendar, today)?.pop(),
        history: store.past_answers(term.id, TOLD)?,
        note: store.note(&term.key, term.pos)?,
        met: store.met_count(term.id)?,
        term: term.clone(),
    })
}

/// Keeps the learner's note on a term: one clean line. An empty one takes it back.
pub fn set_note(store: &mut Store, term: &Term, text: &str, now: Timestamp) -> Result<(), TaskError> {
    let text = dictionary::line(text);
    let text = Some(text.as_str()).filter(|text| !text.is_empty());
    Ok(store.set_note(&TermKey::of(&term.term), term.pos, text, now)?)
}

/// The sentences in which a term was met, the last imported article first: read as far as somebody looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetSentences {
    pub read: Vec<MetSentence>,
    /// Articles that were not looked into yet, the next one last.
    left: Vec<crate::deck::ArticleId>,
}

impl MetSentences {
    pub fn of(store: &Store, term: &Term) -> Result<Self, TaskError> {
        let mut left = store.articles_of(term.id)?;
        left.reverse();
        let mut met = Self { read: Vec::new(), left };
        met.more(store, term, 0)?;
        Ok(met)
    }

    /// Reads on until there are some behind `at`.
    pub fn more(&mut self, store: &Store, term: &Term, at: usize) -> Result<(), TaskError> {
        while self.read.len() < at + TOGETHER
            && let Some(article) = self.left.pop()
        {
            self.read.extend(store.met_in(term.id, article)?);
        }
        Ok(())
    }

    pub fn is_whole(&self) -> bool {
        self.left.is_empty()
    }
}

/// The memory of a term in words, a line each.
pub fn memory_said(view: &TermView, calendar: &Calendar, today: StudyDay, lang: Lang) -> Vec<String> {
    let Some(CardRow { card, questions, recall, .. }) = &view.card else {
        return vec![Say::NoCard.text(lang)];
    };
    let date = |day: StudyDay| calendar.date(day).to_string();
    let state = if card.status == Status::Suspended {
        ListLabel::Suspended.text(lang)
    } else {
        let stability = card.memory.map(|memory| memory.stability);
        state_said(Knowledge::of(view.term.kind, Some((card.status, card.state)), stability)).text(lang)
    };
    let due = card.due.map(|due| match due {
        Due::At(at) => calendar.day(at),
        Due::On(day) => day,
    });
    let first = match due.map(|day| (day, day.days_since(today))) {
        _ if card.status != Status::Active => Say::StateOnly { state },
        None => Say::StateFresh { state },
        Some((_, 0)) => Say::StateToday { state },
        Some((_, days)) if days < 0 => Say::StateOverdue { state, days: -days },
        Some((day, days)) => Say::StateDue { state, days, date: date(day) },
    };
    let mut lines = vec![first.text(lang)];
    if let Some(until) = card.buried_until.filter(|until| *until > today) {
        lines.push(Say::Buried { date: date(until) }.text(lang));
    }
    if let (Some(memory), Some(recall)) = (card.memory, recall) {
        let days = if memory.stability < 10.0 {
            format!("{:.1}", memory.stability)
        } else {
            format!("{:.0}", memory.stability)
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
        let percent = (recall * 100.0).round().clamp(0.0, 100.0) as u32;
        lines.push([Say::Stability { days }, Say::Recall { percent }].map(|said| said.text(lang)).join(" · "));
    }
    let passed = questions.iter().filter(|question| question.passed).count();
    let contexts = Say::Contexts { passed, contexts: questions.len() };
    let mut told = vec![Say::Answers { reps: card.reps, lapses: card.lapses }, contexts];
    if card.leech {
        told.push(Say::Leech);
    }
    if card.flagged {
        told.push(Say::Flagged);
    }
    lines.push(told.iter().map(|said| said.text(lang)).collect::<Vec<_>>().join(" · "));
    if !view.history.is_empty() {
        let one = |answer: &PastAnswer| format!("{} {}", date(answer.day), grade(answer.grade).text(lang));
        let history = view.history.iter().map(one).collect::<Vec<_>>().join(", ");
        lines.push(Say::History { history }.text(lang));
    }
    lines
}

const fn state_said(knowledge: Knowledge) -> ReadingLabel {
    match knowledge {
        Knowledge::New => ReadingLabel::New,
        Knowledge::Learning => ReadingLabel::Learning,
        Knowledge::Young => ReadingLabel::Young,
        Knowledge::Mature => ReadingLabel::Mature,
        Knowledge::Known => ReadingLabel::Known,
        Knowledge::Ignored => ReadingLabel::Ignored,
        Knowledge::Name => ReadingLabel::Name,
    }
}

const fn grade(grade: Grade) -> Label {
    match grade {
        Grade::Again => Label::GradeAgain,
        Grade::Hard => Label::GradeHard,
        Grade::Good => Label::GradeGood,
        Grade::Easy => Label::GradeEasy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{Card, Memory, State};
    use crate::tasks::Importer;

    const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        for (title, text) in [
            ("첫째 글", "한빛통신은 해외진출을 서두르고 있다. 해외진출은 해외 진출이라고도 쓴다."),
            ("둘째 글", "새벽전자도 해외진출에 나섰다."),
        ] {
            Importer::new(&mut store, NOW).text(&format!("{title}\n\n{text}\n"), "덱", "test", None).unwrap();
        }
        store
    }

    fn term(store: &Store) -> Term {
        store.terms_keyed(&TermKey::of("해외진출")).unwrap().remove(0)
    }

    #[test]
    fn every_sentence_is_met_once_with_the_newest_article_first() {
        let store = store();
        let met = MetSentences::of(&store, &term(&store)).unwrap();
        let told: Vec<(&str, usize)> = met.read.iter().map(|one| (one.title.as_str(), one.ranges.len())).collect();
        assert_eq!(told, [("둘째 글", 1), ("첫째 글", 1), ("첫째 글", 2)]);
        assert!(met.is_whole());
        for one in &met.read {
            for range in &one.ranges {
                assert_eq!(TermKey::of(&one.text[range.clone()]).as_str(), "해외진출");
            }
        }
    }

    #[test]
    fn the_memory_is_told_in_words() {
        let mut store = store();
        let term = term(&store);
        let calendar = Calendar::new(jiff::tz::TimeZone::UTC, 4);
        let today = calendar.day(NOW);
        let said = |store: &Store| {
            let view = term_view(store, &term, &Settings::default(), &calendar, today).unwrap();
            memory_said(&view, &calendar, today, Lang::En).join("\n")
        };
        assert!(said(&store).starts_with("new · not asked yet"), "{}", said(&store));
        let card = Card {
            state: State::Review,
            memory: Some(Memory { stability: 12.4, difficulty: 5.0 }),
            due: Some(Due::On(today.plus(3))),
            last_review: Some(NOW.plus_seconds(-9 * 86_400)),
            reps: 4,
            lapses: 1,
            ..Card::new(term.id)
        };
        store.put_cards(&[card]).unwrap();
        let told = said(&store);
        for part in [
            "young · next asked in 3 days",
            "stability 12 days",
            "recall today 9",
            "4 answers · 1 lapses",
            "contexts passed 0 of",
        ] {
            assert!(told.contains(part), "{part}:\n{told}");
        }
        store.put_cards(&[Card { due: Some(Due::On(today.plus(-2))), ..card }]).unwrap();
        assert!(said(&store).contains("2 days overdue"));
    }

    #[test]
    fn a_note_is_one_clean_line_and_an_empty_one_is_none() {
        let mut store = store();
        let term = term(&store);
        set_note(&mut store, &term, "  뉴스에서\n자주 봄 \u{1b}[2J", NOW).unwrap();
        let note = store.note(&term.key, term.pos).unwrap().unwrap();
        assert!(note.starts_with("뉴스에서 자주 봄") && !note.contains('\u{1b}'), "{note:?}");
        set_note(&mut store, &term, " ", NOW).unwrap();
        assert_eq!(store.note(&term.key, term.pos).unwrap(), None);
    }
}
