//! One clear line each, exit 1, nothing changed.

use std::fs::File;

use crate::support::Bench;

fn says(bench: &Bench, args: &[&str], part: &str) {
    let before = bench.ok(["decks", "--json"]);
    let error = bench.fails(args);
    assert!(error.contains(part), "{error}");
    assert_eq!(bench.ok(["decks", "--json"]), before, "nothing changed");
}

#[test]
fn files_that_are_no_articles() {
    let bench = Bench::new();
    let file = |name: &str, bytes: &[u8]| bench.write(name, bytes).display().to_string();
    says(&bench, &["import", "/no/such/file"], "no such file");
    says(&bench, &["import", &file("empty.txt", b"")], "empty");
    says(&bench, &["import", &file("blank.txt", b" \n\n ")], "empty");
    says(&bench, &["import", &file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")], "binary");
    says(&bench, &["import", &file("english.txt", b"There is no Korean here.")], "no Korean");
    says(&bench, &["import", &file("cp949.txt", &[0xC7, 0xD8, 0xBF, 0xDC])], "no Korean");
    says(&bench, &["import", &file("deck.toml", b"format = 99\nname = \"x\"")], "newer dokpa");
    says(&bench, &["import", &file("broken.toml", b"format = 1\nname = ")], "deck file");
    says(&bench, &["import"], "what to import");
    std::fs::create_dir(bench.path("nothing")).unwrap();
    says(&bench, &["import", bench.path("nothing").to_str().unwrap()], "no text files");
}

#[test]
fn an_enormous_file_is_refused_before_it_is_read() {
    let bench = Bench::new();
    let path = bench.path("enormous.txt");
    File::create(&path).unwrap().set_len(200_000_000).unwrap();
    says(&bench, &["import", path.to_str().unwrap()], "too large");
}

#[test]
fn a_good_file_beside_a_bad_one_is_kept() {
    let bench = Bench::new();
    let good = bench.write("good.txt", "수출이 크게 늘었다. 무역수지도 좋아졌다.");
    let output = bench.run(["import", "/no/such/file", good.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("good"));
}

#[test]
fn names_that_nobody_knows() {
    let bench = Bench::new();
    for args in [["words", "없는 덱"], ["clozes", "없는 덱"], ["study", "없는 덱"]] {
        says(&bench, &args, "no deck");
    }
    says(&bench, &["export", "없는 덱", "x.toml"], "no deck");
    says(&bench, &["export", "기업과 투자", "x.docx"], ".toml");
    says(&bench, &["dict", "lookup", "없는말이다"], "dictionary");
    assert_eq!(bench.run(["no-such-verb"]).status.code(), Some(2));
}

#[test]
fn a_damaged_database_is_left_as_it_is() {
    let bench = Bench::new();
    bench.ok(["decks"]);
    let sound = std::fs::read(bench.database()).unwrap();
    let mut broken = sound.clone();
    broken[..64].fill(b'x');
    for bytes in [
        b"this is no database at all, but long enough to be looked at".to_vec(),
        broken,
        sound[..sound.len() / 2].to_vec(),
    ] {
        for beside in ["dokpa.sqlite3-wal", "dokpa.sqlite3-shm"] {
            let _ = std::fs::remove_file(bench.data().join(beside));
        }
        std::fs::write(bench.database(), &bytes).unwrap();
        let error = bench.fails(["decks"]);
        assert!(error.contains("damaged"), "{error}");
        assert_eq!(std::fs::read(bench.database()).unwrap(), bytes);
    }
}

#[test]
fn a_database_of_a_newer_version_is_refused() {
    let bench = Bench::new();
    bench.ok(["decks"]);
    let connection = rusqlite::Connection::open(bench.database()).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    assert!(bench.fails(["decks"]).contains("newer dokpa"));
}

#[test]
fn a_locked_database_says_so() {
    let bench = Bench::new();
    let path = bench.write("good.txt", "수출이 크게 늘었다. 무역수지도 좋아졌다.");
    bench.ok(["decks"]);
    let connection = rusqlite::Connection::open(bench.database()).unwrap();
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(bench.fails(["import", path.to_str().unwrap()]).contains("in use"));
    connection.execute_batch("ROLLBACK").unwrap();
    bench.ok(["import", path.to_str().unwrap()]);
}

#[test]
fn a_data_folder_that_cannot_be_used() {
    let bench = Bench::new();
    let file = bench.write("a-file", "x");
    let output = bench.command().args(["--data", file.join("inside").to_str().unwrap(), "decks"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "--data twice is wrong usage");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_dokpa"))
        .args(["--lang", "en", "--data", file.join("inside").to_str().unwrap(), "decks"])
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.lines().count()), (Some(1), 1), "{error}");
    assert!(error.contains("data folder"), "{error}");
}

#[test]
fn settings_and_clock_that_make_no_sense() {
    let bench = Bench::new();
    let config = bench.write("config.toml", "new_per_dya = 3\n");
    assert!(bench.fails(["--config", config.to_str().unwrap(), "decks"]).contains("config.toml:1"));
    assert!(bench.fails(["--config", "/no/such.toml", "decks"]).contains("settings"));
    let config = bench.write("config.toml", "[schedule]\ndesired_retention = 2.0\n");
    let error = bench.fails(["--config", config.to_str().unwrap(), "study", "--plain"]);
    assert!(error.contains("desired_retention"), "{error}");
    let bench = bench.at("yesterday");
    assert!(bench.fails(["decks"]).contains("DOKPA_NOW"));
}

#[test]
fn the_settings_language_speaks_in_errors_too() {
    let bench = Bench::new();
    let config = bench.write("config.toml", "language = \"ko\"\n");
    let config = config.to_str().unwrap();
    assert!(bench.fails(["--config", config, "words", "없는 덱"]).contains("덱이 없습니다"));
    assert!(bench.fails(["--config", config, "--lang", "en", "words", "없는 덱"]).contains("no deck"));
}

#[test]
fn no_escape_sequence_of_a_file_name_reaches_the_terminal() {
    let error = Bench::new().fails(["import", "/no/\u{1b}[2Jfile"]);
    assert!(!error.contains('\u{1b}'), "{error:?}");
}

#[test]
fn without_a_terminal_the_screens_say_so() {
    assert!(Bench::new().fails(["study"]).contains("--plain"));
    assert!(Bench::new().fails(std::iter::empty::<&str>()).contains("terminal"));
}
