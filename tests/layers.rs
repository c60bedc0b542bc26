//! The direction of imports. Cargo cannot keep layers inside one package: this reads the `crate::x` names in each
//! module's files and compares them with a table. It also keeps the outer crates in their one home.

#![allow(clippy::expect_used, reason = "a test's helpers are tests too")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules it may name besides itself. What is absent is forbidden.
const LAYERS: &[(&str, &[&str])] = &[
    ("time", &[]),
    ("clock", &["time"]),
    ("korean", &[]),
    ("article", &[]),
    ("child", &[]),
    ("clipboard", &["child"]),
    ("import", &["article", "child", "korean"]),
    ("fetch", &["import"]),
    ("lexicon", &["korean", "vocab"]),
    ("vocab", &["article", "korean", "lexicon"]),
    ("cloze", &["article", "korean", "lexicon", "vocab"]),
    ("dictionary", &["import", "korean", "vocab"]),
    ("deck", &["article", "cloze", "time", "vocab"]),
    ("reader", &["article", "deck", "korean", "time", "vocab"]),
    ("stats", &["time"]),
    ("schedule", &["deck", "time"]),
    ("study", &["cloze", "deck", "korean", "schedule", "time", "vocab"]),
    ("store", &["article", "cloze", "deck", "dictionary", "korean", "reader", "time", "vocab"]),
    ("messages", &[]),
    ("config", &["deck", "import", "korean", "messages", "schedule", "study"]),
    ("sound", &[]),
    (
        "tasks",
        &[
            "article",
            "clipboard",
            "cloze",
            "deck",
            "dictionary",
            "fetch",
            "import",
            "korean",
            "lexicon",
            "messages",
            "reader",
            "schedule",
            "stats",
            "store",
            "study",
            "time",
            "vocab",
        ],
    ),
    (
        "tui",
        &[
            "article",
            "clock",
            "cloze",
            "deck",
            "dictionary",
            "korean",
            "lexicon",
            "messages",
            "reader",
            "schedule",
            "sound",
            "stats",
            "store",
            "study",
            "tasks",
            "time",
            "vocab",
        ],
    ),
    (
        "cli",
        &[
            "clock",
            "cloze",
            "config",
            "deck",
            "dictionary",
            "fetch",
            "import",
            "korean",
            "lexicon",
            "messages",
            "reader",
            "schedule",
            "sound",
            "stats",
            "store",
            "study",
            "tasks",
            "time",
            "tui",
            "vocab",
        ],
    ),
];

/// Outer crates and the only place that may name them.
const HOMES: &[(&str, &str)] = &[
    ("rusqlite", "src/store/"),
    ("lindera", "src/korean/analyzer/"),
    ("fsrs", "src/schedule/"),
    ("ratatui", "src/tui/"),
    ("crossterm", "src/tui/"),
    ("signal_hook", "src/tui/signals.rs"),
    ("clap", "src/cli/"),
    ("quick_xml", "src/dictionary/ src/import/xml.rs"),
    ("zip", "src/dictionary/ src/import/archive.rs"),
    ("flate2", "src/dictionary/ src/import/pdf/weigh.rs"),
    ("csv", "src/dictionary/"),
    ("indicatif", "src/cli/"),
    ("toml", "src/config.rs src/deck/file.rs"),
    ("ureq", "src/fetch.rs"),
    ("hayro_interpret", "src/import/pdf.rs"),
    ("hayro_syntax", "src/import/pdf.rs"),
    ("dom_smoothie", "src/import/html.rs"),
    ("dom_query", "src/import/html"),
    ("rbook", "src/import/epub.rs"),
    ("feed_rs", "src/import/feed.rs"),
    ("pulldown_cmark", "src/import/markdown.rs"),
    ("encoding_rs", "src/import/decode.rs src/import/archive.rs"),
    ("chardetng", "src/import/decode.rs"),
    ("rustix", "src/child.rs src/import/apart.rs"),
    ("toml_edit", "src/config/edit.rs"),
];

#[test]
fn modules_only_name_lower_layers() {
    let mut wrong = Vec::new();
    for (module, allowed) in LAYERS {
        for file in files(module) {
            let text = fs::read_to_string(&file).expect("readable source");
            for named in crate_paths(&text) {
                if named != *module && !allowed.contains(&named.as_str()) {
                    wrong.push(format!("{}: names crate::{named}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_stands_in_the_table() {
    let map = fs::read_to_string(source().join("lib.rs")).expect("readable source");
    let declared: BTreeSet<&str> =
        map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.split(';').next()).collect();
    let listed: BTreeSet<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    assert_eq!(declared, listed);
}

#[test]
fn outer_crates_have_one_home() {
    let mut wrong = Vec::new();
    for (module, _) in LAYERS {
        for file in files(module) {
            let text = fs::read_to_string(&file).expect("readable source");
            let place =
                file.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside the project").display().to_string();
            for (outer, home) in HOMES {
                let named = text.contains(&format!("{outer}::")) || text.contains(&format!("use {outer};"));
                if named && !home.split(' ').any(|home| place.starts_with(home)) {
                    wrong.push(format!("{place}: names {outer}, whose home is {home}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_path_is_found_in_lists_and_in_code() {
    let text = "use crate::{deck::Card, time::{Calendar, Timestamp}};\nlet x = crate::store::Store::open();";
    assert_eq!(crate_paths(text).into_iter().collect::<Vec<_>>(), ["deck", "store", "time"]);
}

/// Names after `crate::`, in `use` lists and in paths alike; macros, which know no layers, apart.
fn crate_paths(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            names.insert(head(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    names.insert(head(&item));
                    item.clear();
                    continue;
                }
                _ => {}
            }
            item.push(c);
        }
        names.insert(head(&item));
    }
    names.remove("");
    names
}

fn head(path: &str) -> String {
    path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(module: &str) -> Vec<PathBuf> {
    let mut found = vec![source().join(format!("{module}.rs"))];
    let mut folders = vec![source().join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.retain(|path| path.exists());
    found
}
