//! What is wrong with a dictionary, in the line that a user reads.

use super::TaskError;
use crate::dictionary::{At, Bad, DictionaryError, Limit, Place, Problem};
use crate::messages::{DictionaryFault, Fault, Lang, RecordProblem, Where};

/// A fault of dictionaries as any other fault.
pub fn fault(told: impl Fn(Lang) -> DictionaryFault) -> Fault {
    let text = |lang| told(lang).text(lang);
    Fault::Dictionary { korean: text(Lang::Ko), english: text(Lang::En) }
}

pub(super) fn task(error: &TaskError) -> Fault {
    fault(|lang| match error {
        TaskError::Dictionary { name, source } => dictionary(name, source, lang),
        TaskError::SameDictionary { path, name } => DictionaryFault::Same { path: path.clone(), name: name.clone() },
        TaskError::DictionaryName { path, name } => {
            DictionaryFault::NameTaken { path: path.clone(), name: name.clone() }
        }
        TaskError::NoFile { path } => DictionaryFault::NoFile { path: path.clone() },
        TaskError::NoDictionary { name } => DictionaryFault::NoDictionary { name: name.clone() },
        other => DictionaryFault::Unknown { path: other.to_string() },
    })
}

fn dictionary(path: &str, error: &DictionaryError, lang: Lang) -> DictionaryFault {
    let path = path.to_owned();
    let member = |member: &Option<String>| inside(&path, member.as_deref());
    match error {
        DictionaryError::Io(error) => DictionaryFault::Syntax { place: path, detail: error.to_string() },
        DictionaryError::Empty => DictionaryFault::Empty { path },
        DictionaryError::Unknown => DictionaryFault::Unknown { path },
        DictionaryError::NotUtf8 { offset, cp949: false } => DictionaryFault::NotUtf8 { path, offset: *offset },
        DictionaryError::NotUtf8 { offset, cp949: true } => DictionaryFault::Cp949 { path, offset: *offset },
        DictionaryError::Utf16 => DictionaryFault::Utf16 { path },
        DictionaryError::Archive { member: name, detail } => {
            DictionaryFault::Archive { place: member(name), detail: detail.clone() }
        }
        DictionaryError::PathTrick { name } => DictionaryFault::PathTrick { path, name: name.clone() },
        DictionaryError::Encrypted { name } => DictionaryFault::Encrypted { path, name: name.clone() },
        DictionaryError::Limit { limit, member: name } => limited(*limit, member(name)),
        DictionaryError::Truncated { place } => DictionaryFault::Truncated { place: self::place(&path, place, lang) },
        DictionaryError::Syntax { place, detail } => {
            DictionaryFault::Syntax { place: self::place(&path, place, lang), detail: detail.clone() }
        }
        DictionaryError::Version { found } => DictionaryFault::Version { path, found: *found },
        DictionaryError::MissingPart { ending } => DictionaryFault::MissingPart { path, ending: (*ending).to_owned() },
        DictionaryError::NoKorean => DictionaryFault::NoKorean { path },
        DictionaryError::Nothing { first: None } => DictionaryFault::Nothing { path },
        DictionaryError::Nothing { first: Some(bad) } => {
            let (place, problem) = bad_record(&path, bad, lang);
            DictionaryFault::NothingGood { place, problem }
        }
        DictionaryError::Stopped => DictionaryFault::Stopped { path },
    }
}

fn limited(limit: Limit, place: String) -> DictionaryFault {
    let value = limit.value();
    match limit {
        Limit::Unpacked => DictionaryFault::Unpacked { place, limit: value },
        Limit::Ratio => DictionaryFault::Ratio { place, limit: value },
        Limit::Record => DictionaryFault::Record { place, limit: value },
        Limit::Members => DictionaryFault::Members { place, limit: value },
        Limit::Entries => DictionaryFault::Entries { place, limit: value },
        Limit::InMemory => DictionaryFault::InMemory { place, limit: value },
        Limit::Description => DictionaryFault::Description { place, limit: value },
    }
}

/// Where a record that was left out stands, and why it was.
pub fn bad_record(path: &str, bad: &Bad, lang: Lang) -> (String, String) {
    let problem = match bad.problem {
        Problem::NoWord => RecordProblem::NoWord,
        Problem::NoGloss => RecordProblem::NoGloss,
        Problem::NotKorean => RecordProblem::NotKorean,
        Problem::NotUtf8 => RecordProblem::NotUtf8,
        Problem::NotJson => RecordProblem::NotJson,
        Problem::Shape => RecordProblem::Shape,
        Problem::LongWord => RecordProblem::LongWord,
        Problem::Repeated => RecordProblem::Repeated,
    };
    (place(path, &bad.place, lang), problem.text(lang))
}

fn place(path: &str, place: &Place, lang: Lang) -> String {
    let file = inside(path, place.member.as_deref());
    match place.at {
        At::Line(number) => Where::Line { file, number },
        At::Record(number) => Where::Record { file, number },
        At::Byte(number) => Where::Byte { file, number },
    }
    .text(lang)
}

/// A file, or a file inside an archive.
fn inside(path: &str, member: Option<&str>) -> String {
    member.map_or_else(|| path.to_owned(), |member| format!("{path}/{member}"))
}
