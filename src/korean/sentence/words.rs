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

/// Words that begin a sentence and nothing else, where a space or a comma follows.
const JOINING: &[&str] = &[
    "다만",
    "그러나",
    "하지만",
    "그리고",
    "한편",
    "또한",
    "따라서",
    "반면",
    "특히",
    "그런데",
    "그래서",
    "그러면",
    "그래도",
];

/// How words begin that cling to a quotation: the copula, particles, 하다.
const CLINGING: &[&str] = &[
    "이", "였", "다", "일", "인", "뿐", "만", "까지", "조차", "하", "했", "한", "할", "같", "처럼", "식", "등", "고",
    "며", "는", "란", "라",
];

/// Nouns that are said to be a date, a name or a thing.
const ASKED: &[&str] = &["일", "날", "날짜", "마감", "기한", "시한", "시점", "때", "곳", "것", "이름"];

/// Nouns in 함 that are no report's 함: 잠수함, against 유지함.
const NOUNS_IN_HAM: &[&str] =
    &["잠수함", "구축함", "순양함", "우편함", "사물함", "투표함", "사서함", "보관함", "불포함", "호위함", "항공모함"];

/// Nouns that end a sentence behind a verb in ㄹ: 감축할 예정.
const OUTLOOKS: &[&str] = &["예정", "것", "계획", "방침", "전망", "뿐", "듯"];

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

/// Whether `word`, glued to a quotation that says a sentence, may belong to the sentence of the quotation.
pub(super) fn clings(word: &str) -> bool {
    !joins_sentences(word)
        && (goes_on_glued(word) || josa::is_josa(word) || CLINGING.iter().any(|front| word.starts_with(front)))
}

/// Whether `word` stands at the front of a sentence only.
pub(super) fn joins_sentences(word: &str) -> bool {
    JOINING.contains(&word)
}

/// Whether `word` is a noun with the particle of a topic, and no verb before its noun (끝나는).
pub(super) fn is_topic(word: &str) -> bool {
    const VERBS: &[char] = &['하', '되', '있', '없', '나', '가', '지', '오', '리', '르'];
    let stem = word.strip_suffix(['은', '는']);
    stem.is_some_and(|stem| !stem.is_empty() && !stem.ends_with(VERBS))
}

/// Whether `text` ends with a topic of which a name or a date is said: 마감은, 그가 가진 것은.
pub(super) fn asks_for_name_or_date(text: &str) -> bool {
    let stem = text.trim_end().strip_suffix(['은', '는']);
    stem.is_some_and(|stem| ASKED.iter().any(|noun| stem.ends_with(noun)))
}

fn quotative_rest(word: &str) -> Option<&str> {
    QUOTATIVES.iter().find_map(|quotative| word.strip_prefix(quotative))
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
        // 유지함.
        '함' => before.is_some_and(jamo::is_syllable) && is_report(text),
        // 갈 예정, 하나뿐이 아닌 할 뿐.
        '정' | '것' | '획' | '침' | '망' | '뿐' | '듯' => is_outlook(text),
        // 접어 두자, 지켜보자.
        '자' => ["두자", "보자", "가자", "말자"].contains(&last_word(text)),
        // 있음, 없음, 했음.
        '음' => {
            before.and_then(jamo::decompose).is_some_and(|syllable| matches!(syllable.tail, SSANG_SIOT | BIEUP_SIOT))
        }
        _ => false,
    }
}

/// The last word; of a hostile one its end.
fn last_word(text: &str) -> &str {
    const LONGEST: usize = 12;
    let from = text.char_indices().rev().take(LONGEST).take_while(|(_, c)| !c.is_whitespace()).last();
    from.and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

/// Whether the last word is a report's predicate: a noun of two syllables or more with 함.
fn is_report(text: &str) -> bool {
    let word = last_word(text);
    word.chars().count() >= 3 && !NOUNS_IN_HAM.iter().any(|noun| word.ends_with(noun))
}

/// Whether the last word is an outlook behind a verb in ㄹ: 감축할 예정.
fn is_outlook(text: &str) -> bool {
    let word = last_word(text);
    let verb = text.strip_suffix(word).map(str::trim_end).and_then(|text| text.chars().next_back());
    OUTLOOKS.contains(&word) && verb.and_then(jamo::decompose).is_some_and(|syllable| syllable.tail == RIEUL)
}

/// The tail index of ㄹ.
const RIEUL: u8 = 8;
/// The tail index of ㅂ.
const BIEUP: u8 = 17;
/// The tail indices of ㅆ and ㅄ.
const SSANG_SIOT: u8 = 20;
const BIEUP_SIOT: u8 = 18;

/// Whether `text` ends with a polite predicate, which ends its sentence even without a stop: 소식입니다.
/// Thanks are as likely the name of something: 고맙습니다 운동.
pub(super) fn ends_politely(text: &str) -> bool {
    let stem = text.strip_suffix("니다").and_then(|stem| stem.chars().next_back());
    let thanks = ["감사합니다", "고맙습니다", "사랑합니다"].iter().any(|thanks| text.ends_with(thanks));
    !thanks && stem.and_then(jamo::decompose).is_some_and(|syllable| syllable.tail == BIEUP)
}

/// Whether a question or an exclamation ends with `text`.
pub(super) fn ends_in_outcry(text: &str) -> bool {
    ends_in_predicate(text)
        || text
            .chars()
            .next_back()
            .is_some_and(|c| matches!(c, '가' | '나' | '냐' | '니' | '지' | '래' | '라' | '자' | '네' | '뿐'))
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
