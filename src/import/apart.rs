//! Parsers of heavy formats in a process of their own: the same program, begun again with a hidden command. There a parser
//! that hangs or eats memory is killed, as no thread can be. Order and bytes go in over its standard input, the documents
//! come back as JSON, and are checked as if they came from outside, because what was parsed did.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::decode::{clean, one_line};
use super::document::{Note, Reading};
use super::limits::{Limit, Limits, MEGABYTE};
use super::stop::Stop;
use super::{ImportError, feed, guard, html, pdf, read};
use crate::child::{self, Ended};

/// The hidden command.
pub const COMMAND: &str = "parse-source";

/// The first line that comes back. Without it the program that was begun is another, or another release.
const GREETING: &str = concat!("dokpa-parser ", env!("CARGO_PKG_VERSION"), "\n");

/// How much longer than the text the answer may be: escapes, facts, what was taken out.
const SLACK: u64 = 4 * MEGABYTE;

/// What Rust says before it ends a program that gets no more memory.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// This program, as it is begun again. Set by the program itself only: the tests' own is another.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Which parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    Pdf,
    /// Any format that is a zip archive.
    Packed,
    Html,
    Feed,
}

/// What the other process is told before the bytes.
#[derive(Debug, Serialize, Deserialize)]
struct Order {
    kind: Kind,
    declared: Option<String>,
    limits: Limits,
}

/// From now on heavy parsers run in processes of their own.
pub fn run_parsers_apart() {
    // Leads to this very program even where its file was moved or replaced meanwhile.
    let linux = Path::new("/proc/self/exe");
    let program = if linux.exists() { Some(linux.to_owned()) } else { std::env::current_exe().ok() };
    if let Some(program) = program {
        let _ = PROGRAM.set(program);
    }
}

/// Parses `bytes` in a process of its own, or in a thread where none can be begun.
pub(super) fn run(
    kind: Kind,
    bytes: Vec<u8>,
    declared: Option<&str>,
    limits: &Limits,
    stop: &Stop,
) -> Result<Reading, ImportError> {
    run_in(PROGRAM.get().map(PathBuf::as_path), kind, bytes, declared, limits, stop)
}

fn run_in(
    program: Option<&Path>,
    kind: Kind,
    bytes: Vec<u8>,
    declared: Option<&str>,
    limits: &Limits,
    stop: &Stop,
) -> Result<Reading, ImportError> {
    let bytes = Arc::new(bytes);
    let outcome = program.and_then(|program| {
        let order = Order { kind, declared: declared.map(str::to_owned), limits: limits.clone() };
        begin(program, &order, &bytes, stop)
    });
    match outcome {
        Some(outcome) => outcome,
        None => in_thread(kind, Arc::unwrap_or_clone(bytes), declared.map(str::to_owned), limits),
    }
}

/// `None` where the program cannot be begun or is not ours.
fn begin(program: &Path, order: &Order, bytes: &Arc<Vec<u8>>, stop: &Stop) -> Option<Result<Reading, ImportError>> {
    let limits = &order.limits;
    let head = serde_json::to_string(order).ok()? + "\n";
    let mut command = Command::new(program);
    // The allocator would take a large piece in advance, which would count as memory.
    command.arg(COMMAND).env("MIMALLOC_ARENA_RESERVE", "0");
    let most = limits.text_bytes().saturating_mul(2).saturating_add(SLACK);
    let input = (head.into_bytes(), Arc::clone(bytes));
    let (output, complaints) = match child::run(command, input, most, limits.parse_time(), || stop.is_set()).ok()? {
        Ended::Done { output, complaints, .. } => (output, complaints),
        Ended::Late => return Some(Err(limits.passed(Limit::Parsing))),
        Ended::TooMuch => return Some(Err(limits.passed(Limit::Text))),
        Ended::Stopped => return Some(Err(ImportError::Stopped)),
    };
    let answer = output.strip_prefix(GREETING.as_bytes())?;
    Some(match serde_json::from_slice::<Result<Reading, ImportError>>(answer) {
        Ok(outcome) => outcome.and_then(|reading| checked(reading, limits)),
        Err(_) if complaints.contains(OUT_OF_MEMORY) => Err(limits.passed(Limit::Memory)),
        // It was ended by a fault of its own: a stack that ran over, say.
        Err(_) => Err(ImportError::Malformed),
    })
}

fn in_thread(kind: Kind, bytes: Vec<u8>, declared: Option<String>, limits: &Limits) -> Result<Reading, ImportError> {
    let own = limits.clone();
    guard::run(limits, move || match kind {
        Kind::Pdf => pdf::read(bytes, &own),
        Kind::Packed => read::packed(bytes, &own),
        Kind::Html => html::read(&bytes, declared.as_deref(), &own),
        Kind::Feed => feed::read(&bytes, &own),
    })
}

/// Keeps to the limits and to what every document promises, whatever the other process says.
fn checked(mut reading: Reading, limits: &Limits) -> Result<Reading, ImportError> {
    if reading.documents.len() as u64 > limits.articles.max(1) {
        return Err(limits.passed(Limit::Articles));
    }
    let length: u64 = reading.documents.iter().map(|document| document.text.len() as u64).sum();
    if length > limits.text_bytes() {
        return Err(limits.passed(Limit::Text));
    }
    let line = |text: &mut Option<String>| {
        if let Some(text) = text {
            *text = one_line(text);
        }
    };
    line(&mut reading.book);
    for document in &mut reading.documents {
        document.text = clean(&document.text).text;
        for text in document.removed.iter_mut().chain([&mut document.facts.title]) {
            *text = one_line(text);
        }
        let facts = &mut document.facts;
        for text in [&mut facts.outlet, &mut facts.reporter, &mut facts.date, &mut facts.copyright, &mut facts.source] {
            line(text);
        }
        line(&mut document.stand_in);
    }
    for note in &mut reading.notes {
        if let Note::Broken { encoding, .. } = note {
            *encoding = one_line(encoding).into();
        }
    }
    Ok(reading)
}

/// The other side: takes an order and bytes from `input`, parses them within the limits, and answers to `output`.
pub fn parse_apart(input: impl Read, mut output: impl Write) -> io::Result<()> {
    output.write_all(GREETING.as_bytes())?;
    output.flush()?;
    let mut input = BufReader::new(input);
    let mut order = String::new();
    input.by_ref().take(MEGABYTE).read_line(&mut order)?;
    let Order { kind, declared, limits } = serde_json::from_str(&order)?;
    confine(&limits);
    let mut bytes = Vec::new();
    input.take(limits.file_bytes().saturating_add(1)).read_to_end(&mut bytes)?;
    #[cfg(debug_assertions)]
    misbehave(&bytes);
    let outcome = in_thread(kind, bytes, declared, &limits);
    serde_json::to_writer(&mut output, &outcome)?;
    output.flush()
}

/// Lets this process have no more memory and processor time than the limits allow, and write no files.
#[cfg(unix)]
fn confine(limits: &Limits) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |resource, most: u64| {
        // A system that refuses leaves the time, which the other side keeps.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    };
    // The program itself, with the dictionary inside, is there before anything is parsed.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:")?.trim().strip_suffix(" kB")?.parse().ok());
    let own = size.map_or(512 * MEGABYTE, |kib: u64| kib.saturating_mul(1024));
    let memory = own.saturating_add(guard::STACK as u64).saturating_add(limits.memory_bytes());
    #[cfg(target_os = "linux")]
    set(Resource::As, memory);
    #[cfg(not(target_os = "linux"))]
    set(Resource::Data, memory);
    set(Resource::Cpu, limits.parse_seconds.saturating_add(5));
    set(Resource::Core, 0);
    set(Resource::Fsize, 0);
}

#[cfg(not(unix))]
fn confine(_: &Limits) {}

/// For the tests: files that make this process hang or eat memory.
#[cfg(debug_assertions)]
fn misbehave(bytes: &[u8]) {
    if bytes.starts_with(b"%PDF-dokpa-hangs") {
        loop {
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
    }
    if bytes.starts_with(b"%PDF-dokpa-eats") {
        let mut eaten: Vec<Vec<u8>> = Vec::new();
        loop {
            eaten.push(vec![1; 4 << 20]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::document::{Document, Format};

    const PAGE: &str = "<html><body><article><p>한빛통신이 해외진출을 서두르고 있다. 통신사들은 포화된 내수시장을 벗어나려고 한다. 증권가는 실적에 보탬이 될 것으로 내다봤다.</p></article></body></html>";

    fn with(program: Option<&str>) -> Result<Reading, ImportError> {
        let bytes = PAGE.as_bytes().to_vec();
        run_in(program.map(Path::new), Kind::Html, bytes, None, &Limits::default(), &Stop::default())
    }

    #[test]
    fn where_the_program_has_moved_or_is_another_a_thread_reads() {
        let plain = with(None).unwrap();
        assert!(plain.documents[0].text.contains("해외진출"));
        for program in ["/nowhere/dokpa", "/bin/true", "/bin/cat"] {
            assert_eq!(with(Some(program)).unwrap(), plain, "{program}");
        }
    }

    #[test]
    fn both_sides_understand_each_other() {
        let order = Order { kind: Kind::Html, declared: Some("utf-8".into()), limits: Limits::default() };
        let outcome = in_thread(Kind::Html, PAGE.into(), None, &order.limits);
        let sent = serde_json::to_vec(&outcome).unwrap();
        assert_eq!(serde_json::from_slice::<Result<Reading, ImportError>>(&sent).unwrap(), outcome);
        let failed: Result<Reading, _> = Err(order.limits.passed(Limit::Nesting));
        let sent = serde_json::to_vec(&failed).unwrap();
        assert_eq!(serde_json::from_slice::<Result<Reading, ImportError>>(&sent).unwrap(), failed);
        let told: Order = serde_json::from_str(&serde_json::to_string(&order).unwrap()).unwrap();
        assert_eq!((told.kind, told.limits), (order.kind, order.limits));
    }

    #[test]
    fn the_answer_is_not_believed() {
        let mut document = Document::new(Format::Pdf, "글\u{1b}[2J이다.\u{202E}".into());
        document.facts.title = "제목\n\u{1b}[0m".into();
        document.removed = vec!["빠진\u{7} 것".into()];
        let reading = Reading { documents: vec![document], ..Reading::default() };
        let limits = Limits::default();
        let seen = checked(reading.clone(), &limits).unwrap();
        let text = format!("{:?}", seen.documents);
        assert!(!text.contains("\\u{1b}") && !text.contains("\\u{202e}") && !text.contains("\\u{7}"), "{text}");
        let short = Limits { text_megabytes: 0, ..Limits::default() };
        assert_eq!(checked(reading.clone(), &short), Err(short.passed(Limit::Text)));
        let many = Reading { documents: vec![reading.documents[0].clone(); 3], ..Reading::default() };
        let few = Limits { articles: 2, ..Limits::default() };
        assert_eq!(checked(many, &few), Err(few.passed(Limit::Articles)));
    }
}
