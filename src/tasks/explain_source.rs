//! What became of a source, in the words of `messages`.

use crate::clipboard::ClipboardError;
use crate::fetch::FetchError;
use crate::import::{DecodeError, ImportError, Limit, MEGABYTE, Note};
use crate::messages::{Fault, Lang, ShelfFault, SourceFault, SourceNote};

/// Why a source gave no article. `path` is its name.
pub fn import(name: &str, error: &ImportError) -> Fault {
    let path = name.to_owned();
    match error {
        ImportError::Decode(error) => return decode(name, *error),
        ImportError::Empty => SourceFault::Empty { path },
        ImportError::NoKorean => SourceFault::NoKorean { path },
        ImportError::TooLarge { bytes, limit } => {
            SourceFault::TooLarge { path, megabytes: bytes.div_ceil(MEGABYTE), limit: limit / MEGABYTE }
        }
        ImportError::Limit { limit, allowed } => passed(path, *limit, *allowed),
        ImportError::Malformed => SourceFault::Malformed { path },
        ImportError::OtherArchive => SourceFault::OtherArchive { path },
        ImportError::OtherXml => SourceFault::OtherXml { path },
        ImportError::OldHangul => SourceFault::OldHangul { path },
        ImportError::OldOffice => SourceFault::OldOffice { path },
        ImportError::Encrypted => SourceFault::Encrypted { path },
        ImportError::Locked => SourceFault::Locked { path },
        ImportError::Scanned => SourceFault::Scanned { path },
        ImportError::Shapes => SourceFault::Shapes { path },
        ImportError::Entities => SourceFault::Entities { path },
        ImportError::NeedsScripts => SourceFault::NeedsScripts { path },
        ImportError::NoArticle => SourceFault::NoArticle { path },
        ImportError::OnlyLinks => SourceFault::OnlyLinks { path },
        ImportError::Stopped => return ShelfFault::Stopped.into(),
        ImportError::NoFeed => SourceFault::NoFeed { path },
    }
    .into()
}

pub fn decode(name: &str, error: DecodeError) -> Fault {
    let path = name.to_owned();
    match error {
        DecodeError::Empty => SourceFault::Empty { path },
        DecodeError::Binary => SourceFault::Binary { path },
        DecodeError::NoEncoding => SourceFault::NoEncoding { path },
    }
    .into()
}

fn passed(path: String, which: Limit, limit: u64) -> SourceFault {
    match which {
        Limit::File => SourceFault::FileSize { path, limit },
        Limit::Text => SourceFault::TextSize { path, limit },
        Limit::Unpacked => SourceFault::Unpacked { path, limit },
        Limit::Entries => SourceFault::Entries { path, limit },
        Limit::Nesting => SourceFault::Nesting { path, limit },
        Limit::Articles => SourceFault::Articles { path, limit },
        Limit::Pages => SourceFault::Pages { path, limit },
        Limit::Parsing => SourceFault::Parsing { path, limit },
        Limit::Memory => SourceFault::Memory { path, limit },
        Limit::FolderFiles => SourceFault::FolderFiles { path, limit },
        Limit::FolderDepth => SourceFault::FolderDepth { path, limit },
    }
}

/// Why an address gave nothing.
pub fn fetch(address: &str, error: &FetchError) -> Fault {
    let path = address.to_owned();
    match *error {
        FetchError::BadAddress => SourceFault::BadAddress { path },
        FetchError::UnknownHost => SourceFault::UnknownHost { path },
        FetchError::NoConnection => SourceFault::NoConnection { path },
        FetchError::Private => SourceFault::Private { path },
        FetchError::Status(404 | 410) => SourceFault::NotFound { path },
        FetchError::Status(code @ (401..=403 | 429 | 451)) => SourceFault::Forbidden { path, code },
        FetchError::Status(code) => SourceFault::Status { path, code },
        FetchError::Redirects { limit } => SourceFault::Redirects { path, limit },
        FetchError::Slow { seconds } => SourceFault::Slow { path, seconds },
        FetchError::TooLarge { megabytes } => SourceFault::FileSize { path, limit: megabytes },
        FetchError::Broken => SourceFault::Broken { path },
        FetchError::Insecure => SourceFault::Insecure { path },
    }
    .into()
}

/// Why the clipboard gave nothing.
pub fn clipboard(error: &ClipboardError) -> Fault {
    match *error {
        ClipboardError::Unreachable | ClipboardError::TooLarge => SourceFault::NoClipboard,
        ClipboardError::Empty => SourceFault::EmptyClipboard,
        ClipboardError::Slow { program, seconds } => {
            SourceFault::SlowClipboard { program: program.to_owned(), seconds }
        }
    }
    .into()
}

/// A warning beside what was imported.
pub fn note(note: &Note, lang: Lang) -> String {
    match note.clone() {
        Note::Broken { count, encoding } => SourceNote::Broken { count, encoding: encoding.into_owned() },
        Note::Dropped { count } => SourceNote::Dropped { count },
        Note::PagesWithoutText { count } => SourceNote::PagesWithoutText { count },
        Note::Skipped { count } => SourceNote::Skipped { count },
    }
    .text(lang)
}
