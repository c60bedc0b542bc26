use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::super::open;
use super::*;

const BRIEFLY: Duration = Duration::from_millis(30);

fn briefly(path: &Path) -> Result<Store, StoreError> {
    open::file(path, BRIEFLY).map(Store::over)
}

/// A folder, and in it a closed store with one article.
fn closed_store() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.db");
    telecom().save(&mut Store::open(&path).unwrap(), "통신");
    (folder, path)
}

#[track_caller]
fn damaged(what: &str, path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
    let opened = Store::open(path);
    assert!(matches!(opened, Err(StoreError::Damaged(_))), "{what}: {opened:?}");
    drop(opened);
    assert!(fs::read(path).unwrap() == bytes, "{what}: a damaged file was written to");
}

#[test]
fn the_migrations_are_valid() {
    open::MIGRATIONS.validate().unwrap();
}

#[test]
fn a_store_is_made_with_its_folder_and_survives_closing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("깊은/곳/dokpa.db");
    let mut store = Store::open(&path).unwrap();
    telecom().save(&mut store, "통신");
    store.set_meta("zone", "Asia/Seoul").unwrap();
    store.set_meta("zone", "UTC").unwrap();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.article_count().unwrap(), 1);
    assert_eq!(store.meta("zone").unwrap().as_deref(), Some("UTC"));
    assert_eq!(store.meta("none").unwrap(), None);
    assert!(store.integrity().unwrap());
}

#[test]
fn the_file_is_opened_safely() {
    let (_folder, path) = closed_store();
    let store = Store::open(&path).unwrap();
    let pragma = |name: &str| -> String {
        store.conn.query_row(&format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"), [], |row| row.get(0)).unwrap()
    };
    assert_eq!(pragma("journal_mode"), "wal");
    assert_eq!(pragma("synchronous"), "2");
    assert_eq!(pragma("foreign_keys"), "1");
    let error = store.conn.execute("INSERT INTO deck_article VALUES (77, 77)", []).unwrap_err();
    assert!(error.to_string().contains("FOREIGN KEY"), "{error}");
}

#[test]
fn a_file_that_is_no_store_is_damage_and_stays_as_it_is() {
    let (_folder, path) = closed_store();
    damaged("one byte", &path, b"x");
    damaged("short", &path, b"xyz");
    damaged("text", &path, "글이지 저장소가 아니다. ".repeat(500).as_bytes());
    damaged("zeros", &path, &[0; 8192]);
}

#[test]
fn a_cut_or_broken_file_is_damage_and_stays_as_it_is() {
    let (_folder, path) = closed_store();
    let whole = fs::read(&path).unwrap();
    for length in [50, 100, 1000, 4096, 8192, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        damaged(&format!("cut to {length}"), &path, &whole[..length]);
    }
    // The head of a page: the room in its middle may hold nothing.
    for start in [0, 16, 44, 100, 4096, whole.len() / 8192 * 4096] {
        let mut broken = whole.clone();
        broken[start..start + 40].fill(0xff);
        damaged(&format!("broken at {start}"), &path, &broken);
    }
}

#[test]
fn any_broken_byte_of_the_header_gives_an_error_or_a_store_but_never_a_panic() {
    let (_folder, path) = closed_store();
    let whole = fs::read(&path).unwrap();
    for at in 0..108 {
        for value in [0, 1, 0x7f, 0xff] {
            let mut broken = whole.clone();
            broken[at] = value;
            fs::write(&path, &broken).unwrap();
            if let Ok(store) = briefly(&path) {
                let _ = (store.term_stats(None), store.decks(TODAY, NOW), store.integrity());
            }
        }
    }
}

#[test]
fn damage_inside_is_found_by_the_integrity_check() {
    let (_folder, path) = closed_store();
    let store = Store::open(&path).unwrap();
    store.conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
    store.conn.execute("INSERT INTO deck_article VALUES (77, 77)", []).unwrap();
    assert!(!store.integrity().unwrap());
}

#[test]
fn the_file_of_another_program_is_left_alone() {
    let (_folder, path) = closed_store();
    fs::remove_file(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)").unwrap();
    drop(other);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Damaged(_))));
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn a_newer_store_is_refused() {
    let (_folder, path) = closed_store();
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 999).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Newer { found: 999, .. })));
}

#[test]
fn a_path_that_cannot_be_is_told_as_such() {
    let (folder, path) = closed_store();
    assert!(matches!(Store::open(&path.join("under-a-file.db")), Err(StoreError::Folder { .. })));
    assert!(matches!(Store::open(folder.path()), Err(StoreError::Folder { .. })));
}

#[test]
fn a_file_that_another_process_holds_is_locked() {
    let (_folder, path) = closed_store();
    let holder = Connection::open(&path).unwrap();
    let mut store = briefly(&path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let sample = banks();
    let refused = store.save_article("은행", &sample.article, &sample.terms, &sample.clozes, NOW);
    assert!(matches!(refused, Err(StoreError::Locked)), "{refused:?}");
    holder.execute_batch("COMMIT").unwrap();
    assert!(!sample.save(&mut store, "은행").duplicate);
    drop(store);
    holder.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    assert!(matches!(briefly(&path), Err(StoreError::Locked)));
}

#[test]
fn a_reader_sees_the_state_before_a_write_that_is_under_way() {
    let (_folder, path) = closed_store();
    let mut writer = briefly(&path).unwrap();
    let reader = briefly(&path).unwrap();
    let tx = writer.conn.transaction().unwrap();
    tx.execute("UPDATE card SET status = 'known'", []).unwrap();
    assert_eq!(reader.new_cards(None, TODAY).unwrap().len(), 2);
    assert_eq!(briefly(&path).unwrap().article_count().unwrap(), 1, "nor does a write keep anyone from opening");
    tx.commit().unwrap();
    assert!(reader.new_cards(None, TODAY).unwrap().is_empty());
}

#[test]
fn a_transaction_that_is_never_committed_leaves_no_trace() {
    let (_folder, path) = closed_store();
    let mut store = Store::open(&path).unwrap();
    let before = counts(&store);
    let tx = store.conn.transaction().unwrap();
    tx.execute("DELETE FROM card", []).unwrap();
    drop(tx);
    drop(store);
    assert_eq!(counts(&Store::open(&path).unwrap()), before);
}

#[test]
fn several_processes_may_open_a_new_store_at_once() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dokpa.db");
        std::thread::scope(|scope| {
            let opened: Vec<_> = (0..4).map(|_| scope.spawn(|| Store::open(&path).map(|_| ()))).collect();
            for result in opened {
                result.join().unwrap().unwrap();
            }
        });
    }
}

#[test]
fn a_checkpoint_leaves_the_whole_store_in_one_file_and_a_copy_is_a_store() {
    let (folder, path) = closed_store();
    let mut store = Store::open(&path).unwrap();
    banks().save(&mut store, "은행");
    store.checkpoint().unwrap();
    let plain = folder.path().join("plain.db");
    fs::copy(&path, &plain).unwrap();
    assert_eq!(Store::open(&plain).unwrap().article_count().unwrap(), 2);
    let copy = folder.path().join("copy.db");
    store.copy_to(&copy).unwrap();
    assert_eq!(counts(&Store::open(&copy).unwrap()), counts(&store));
    assert!(store.copy_to(&copy).is_err(), "what is there is not overwritten");
}

#[test]
fn a_long_article_is_stored_in_a_blink() {
    let texts: Vec<String> = (0..1000).map(|i| format!("낱말{i}은 시장에서 늘었다.")).collect();
    let mut long = sample("긴 글", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    for (i, sentence) in long.article.sentences.iter().enumerate().take(800) {
        let word = format!("낱말{i}");
        let range = 0..word.len();
        assert!(long.article.sentence_text(sentence).starts_with(&word));
        let occurrences = vec![Occurrence { sentence: i, range: range.clone() }];
        long.clozes.push(Cloze { term: i, sentence: i, range, score: 0.5 });
        let (key, pos, kind) = (TermKey::of(&word), Pos::Noun, Kind::Noun);
        long.terms.push(ArticleTerm {
            key,
            term: word,
            pos,
            kind,
            parts: vec![],
            occurrences,
            nested: 0,
            in_title: false,
            short_for: None,
        });
    }
    let mut store = Store::in_memory().unwrap();
    let began = Instant::now();
    assert_eq!(long.save(&mut store, "긴").new_terms, 800);
    let spent = began.elapsed();
    assert!(spent < Duration::from_secs(1), "{spent:?}: the aim is 100 ms, the rest is for a busy machine");
}
