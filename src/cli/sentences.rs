//! `dokpa sentences`: one sentence a line, as import keeps them.

use std::io::Read;
use std::path::Path;

use super::{Outcome, explain, print};
use crate::import::{self, Limits};
use crate::korean::sentence;
use crate::messages::Fault;

pub fn run(file: &Path, raw: bool) -> Outcome {
    let text = read(file)?;
    let mut out = String::new();
    let mut line = |sentence: &str| {
        // A sentence never holds a line break, but for a text that breaks inside a quotation.
        out.push_str(&sentence.split_whitespace().collect::<Vec<_>>().join(" "));
        out.push('\n');
    };
    if raw {
        for range in sentence::split(&text) {
            line(text.get(range).unwrap_or_default());
        }
    } else {
        let article = import::article(&text, None).map_err(|e| explain::import(&file.display().to_string(), &e))?;
        for sentence in &article.sentences {
            line(article.sentence_text(sentence));
        }
    }
    print(&out)
}

/// The text of a file or of standard input, within the limit and fit for a terminal.
pub fn read(file: &Path) -> Result<String, Fault> {
    let name = file.display().to_string();
    let io = |e: std::io::Error| explain::unreadable(file, &e);
    let limits = Limits::default();
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().take(limits.file_bytes() + 1).read_to_end(&mut bytes).map_err(io)?;
    } else {
        let opened = std::fs::File::open(file).map_err(io)?;
        let size = opened.metadata().map_err(io)?.len();
        import::check_size(size, &limits).map_err(|e| explain::import(&name, &e))?;
        opened.take(limits.file_bytes() + 1).read_to_end(&mut bytes).map_err(io)?;
    }
    import::check_size(bytes.len() as u64, &limits).map_err(|e| explain::import(&name, &e))?;
    Ok(import::decode(&bytes).map_err(|e| explain::decode(&name, e))?.text)
}
