//! What a reader waits for: a large article's first frame, a key's frame, progress over a million reviews, the list of
//! 200,000 words and that of 5,000 articles. `cargo bench --bench screens`; aims on an ordinary laptop are 50 ms for a
//! screen to open or to be sorted, 2 ms for a key that moves, 20 ms for one that searches, 100 ms for progress.
//! DOKPA_BENCH=small makes all of it small: to see that it runs.

#![allow(clippy::unwrap_used, reason = "a bench that fails should stop")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "the numbers of invented words are small"
)]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use dokpa::clock::Clock;
use dokpa::deck::ArticleId;
use dokpa::lexicon;
use dokpa::messages::Lang;
use dokpa::schedule::Settings;
use dokpa::store::Store;
use dokpa::tasks::{Importer, Intake, Limits, add_ready_decks, find_article, list_anew};
use dokpa::time::Calendar;
use dokpa::tui::{App, Desk, Start, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const NOW: &str = "2026-11-24T08:00:00+09:00";

/// A size, or a small one where only the running is tried.
fn size(full: usize, small: usize) -> usize {
    if std::env::var("DOKPA_BENCH").is_ok_and(|wish| wish == "small") { small } else { full }
}

fn large_text() -> usize {
    size(1_000_000, 20_000)
}

fn reviews() -> usize {
    size(1_000_000, 2_000)
}

fn words() -> usize {
    size(200_000, 2_000)
}

fn articles() -> usize {
    size(5_000, 50)
}

/// The library that is made once; nobody drops a static.
static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();

fn main() {
    divan::main();
    if let Some(folder) = FOLDER.get() {
        std::fs::remove_dir_all(folder.path()).unwrap();
    }
}

fn desk(store: Store) -> Desk {
    let clock = Clock::pinned(NOW).unwrap();
    let calendar = Calendar::new(clock.zone(), 4);
    let limits =
        Limits { new_per_day: 10, reviews_per_day: 200, questions: None, order: dokpa::study::Order::default() };
    Desk { store, clock, calendar, limits, settings: Settings::default(), intake: Intake::default() }
}

/// The paragraphs of the seeds, again and again, until they are 1 MB: each time with another number, so that none is
/// taken for a repetition.
fn large(path: &Path) -> ArticleId {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let seeds: String = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mut text = String::from("큰 글\n\n");
    for (number, line) in seeds.lines().filter(|line| line.ends_with('.')).cycle().enumerate() {
        if text.len() > large_text() {
            break;
        }
        text.push_str(&format!("{number}번째로 {line}\n\n"));
    }
    let mut store = Store::open(path).unwrap();
    Importer::new(&mut store, Clock::pinned(NOW).unwrap().now()).text(&text, "큰 덱", "bench", Some("큰 글")).unwrap();
    find_article(&store, Some("큰 글")).unwrap()
}

fn reader(path: &Path, id: ArticleId) -> App {
    let start = Start { read: Some(id), ..Start::default() };
    App::new(desk(Store::open(path).unwrap()), Lang::Ko, Theme::new(true), start).unwrap()
}

fn draw(app: &App, terminal: &mut Terminal<TestBackend>) {
    terminal.draw(|frame| app.draw(frame)).unwrap();
}

fn screen() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(100, 40)).unwrap()
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_a_1_mb_article_to_its_first_frame(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.sqlite3");
    let id = large(&path);
    bencher.with_inputs(|| (desk(Store::open(&path).unwrap()), screen())).bench_values(|(desk, mut screen)| {
        let start = Start { read: Some(id), ..Start::default() };
        let app = App::new(desk, Lang::Ko, Theme::new(true), start).unwrap();
        draw(&app, &mut screen);
        app
    });
}

#[divan::bench(args = ["word", "sentence", "page"], sample_count = 50, sample_size = 1)]
fn a_key_to_its_frame_in_it(bencher: Bencher, motion: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.sqlite3");
    let id = large(&path);
    let (mut app, mut terminal) = (reader(&path, id), screen());
    draw(&app, &mut terminal);
    let key = match motion {
        "word" => KeyCode::Right,
        "sentence" => KeyCode::Down,
        _ => KeyCode::PageDown,
    };
    bencher.bench_local(|| {
        app.handle(&Event::Key(KeyEvent::new(key, KeyModifiers::NONE)));
        draw(&app, &mut terminal);
    });
}

/// The ready decks with a million answers over three years, each through the triggers.
fn much_answered(path: &Path) {
    let mut store = Store::open(path).unwrap();
    add_ready_decks(&mut store, Clock::pinned(NOW).unwrap().now()).unwrap();
    drop(store);
    let conn = rusqlite::Connection::open(path).unwrap();
    let many = reviews();
    conn.execute_batch(&format!(
        "PRAGMA synchronous = OFF;
        BEGIN;
        WITH RECURSIVE
        number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {many} - 1),
        asked AS (SELECT row_number() OVER () - 1 AS place, cloze.term, min(cloze.id) AS cloze FROM cloze JOIN card USING (term) GROUP BY cloze.term)
        INSERT INTO review (
            term, cloze, at, day, zone_minutes, mode, grade, hints, duration_ms, interval_days, before_state, before_step,
            before_stability, before_difficulty, before_last_review_at, before_reps, before_lapses, before_status,
            after_state, after_step, after_stability, after_difficulty, after_reps, after_lapses
        )
        SELECT
            term, cloze, (20781 - 1095 + n / 914) * 86400000, 20781 - 1095 + n / 914, 540, 'reveal', 1 + (n % 10 > 0) * 2, 0,
            8000, 9.0, 'review', 0, 3.0 + n % 120, 5.0, (20781 - 1095 + n / 914 - n % 50) * 86400000, 4, 0, 'active',
            'review', 0, 5.0 + n % 150, 5.0, 5, 0
        FROM number JOIN asked ON asked.place = n % (SELECT count(*) FROM asked);
        UPDATE card SET state = 'review', stability = 1 + term % 90, difficulty = 5.0, due_day = 20781 + term % 120
        WHERE term IN (SELECT term FROM review);
        COMMIT;"
    ))
    .unwrap();
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_progress_with_1_000_000_reviews(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.sqlite3");
    much_answered(&path);
    bencher
        .with_inputs(|| {
            let app = App::new(desk(Store::open(&path).unwrap()), Lang::Ko, Theme::new(true), Start::default());
            (app.unwrap(), screen())
        })
        .bench_values(|(mut app, mut terminal)| {
            app.handle(&Event::Key(KeyEvent::new(KeyCode::Char('5'), KeyModifiers::NONE)));
            draw(&app, &mut terminal);
            app
        });
}

/// A library of invented articles, each with words of its own and some that all have; made once for all benches here.
fn library() -> PathBuf {
    FOLDER
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("dokpa.sqlite3");
            drop(Store::open(&path).unwrap());
            fill(&path);
            let store = Store::open(&path).unwrap();
            list_anew(&store).unwrap();
            store.library(None).unwrap();
            folder
        })
        .path()
        .join("dokpa.sqlite3")
}

/// Words made of two words of the lexicon, spread over the articles; a fifth of them has been learned.
fn fill(path: &Path) {
    let parts: Vec<&str> = (3..=6)
        .flat_map(lexicon::words_of_level)
        .filter(|entry| entry.pos.starts_with('n') && entry.word.chars().count() == 2)
        .map(|entry| entry.word)
        .collect();
    let (words, articles) = (words(), articles());
    let mut conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000").unwrap();
    let tx = conn.transaction().unwrap();
    {
        let mut term = tx
            .prepare("INSERT INTO term (id, key, pos, kind, term, parts) VALUES (?1, ?2, 'noun', 'compound', ?2, ?3)")
            .unwrap();
        let mut card = tx.prepare("INSERT INTO card (term, state, step, stability, difficulty, due_day, last_review_at, reps, lapses, status) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, 0, 'active')").unwrap();
        for number in 0..words {
            let (first, second) =
                (parts[number % parts.len()], parts[(number / parts.len() * 7 + number * 13 + 1) % parts.len()]);
            // Words that come out twice get a syllable that tells them apart.
            let key = format!("{first}{second}{}", char::from_u32(0xAC00 + (number % 11_172) as u32).unwrap());
            let id = number as i64 + 1;
            term.execute((id, &key, format!(r#"["{first}","{second}"]"#))).unwrap();
            let learned = number % 5 == 0;
            let some = |value: f64| learned.then_some(value);
            let due = learned.then_some(20_781 + number as i64 % 90);
            let last = learned.then_some(20_781_i64 * 86_400_000 - number as i64 % 50 * 86_400_000);
            let state = if learned { "review" } else { "new" };
            card.execute((id, state, some(1.0 + (number % 100) as f64), some(5.0), due, last, i64::from(learned)))
                .unwrap();
        }
        let mut article = tx.prepare("INSERT INTO article (id, fingerprint, title, outlet, date, text, imported_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)").unwrap();
        let mut sentence = tx.prepare("INSERT INTO sentence (id, article, position, start, end, kind, paragraph, text) VALUES (?1, ?2, ?3, 0, 0, 'body', 0, ?4)").unwrap();
        let mut of = tx.prepare("INSERT INTO article_term (article, term, count, nested, in_title, kind, shown, parts, running) VALUES (?1, ?2, 2, 0, 0, 'compound', '', '[]', 2)").unwrap();
        let mut place = tx
            .prepare("INSERT OR IGNORE INTO occurrence (sentence, start, end, term) VALUES (?1, ?2, ?3, ?4)")
            .unwrap();
        let mut cloze =
            tx.prepare("INSERT INTO cloze (term, sentence, start, end, score) VALUES (?1, ?2, 0, 6, 0.5)").unwrap();
        tx.execute("INSERT INTO deck (id, name, created_at) VALUES (1, '큰 덱', 0)", []).unwrap();
        let own = words / articles;
        for number in 0..articles {
            let id = number as i64 + 1;
            let title = format!("{} {} {number}", parts[number % parts.len()], parts[number * 31 % parts.len()]);
            let date = format!("2026-{:02}-{:02}", 1 + number % 12, 1 + number % 28);
            let text = "국내 통신사들은 포화된 내수시장을 벗어나려고 해외진출을 서두르고 있다. ".repeat(20);
            article
                .execute((id, format!("{number}"), title, format!("매체 {}", number % 30), date, &text, number as i64))
                .unwrap();
            tx.prepare_cached("INSERT INTO deck_article (deck, article) VALUES (1, ?1)")
                .unwrap()
                .execute([id])
                .unwrap();
            let first = id * 100;
            for position in 0..20 {
                sentence
                    .execute((
                        first + position,
                        id,
                        position,
                        "국내 통신사들은 포화된 내수시장을 벗어나려고 해외진출을 서두르고 있다.",
                    ))
                    .unwrap();
            }
            let frequent = (0..60).map(|at| (at * 17 + number % 13) % words.min(1_000));
            let mut all: Vec<usize> = (number * own..(number + 1) * own).chain(frequent).collect();
            all.sort_unstable();
            all.dedup();
            for (at, term) in all.into_iter().enumerate() {
                let (term, in_sentence) = (term as i64 + 1, first + at as i64 % 20);
                of.execute((id, term)).unwrap();
                place.execute((in_sentence, 0, 6, term)).unwrap();
                if at % 3 == 0 {
                    cloze.execute((term, in_sentence)).unwrap();
                }
            }
        }
    }
    tx.commit().unwrap();
}

fn home(path: &Path) -> App {
    App::new(desk(Store::open(path).unwrap()), Lang::Ko, Theme::new(true), Start::default()).unwrap()
}

fn press(app: &mut App, code: KeyCode) {
    app.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
}

/// From the key on the home screen, which counts its decks before.
fn opens(bencher: Bencher, key: KeyCode) {
    let path = library();
    bencher.with_inputs(|| (home(&path), screen())).bench_values(|(mut app, mut terminal)| {
        press(&mut app, key);
        draw(&app, &mut terminal);
        app
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_the_words_at_200_000(bencher: Bencher) {
    opens(bencher, KeyCode::Right);
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_the_library_at_5_000(bencher: Bencher) {
    opens(bencher, KeyCode::Left);
}

/// A key again and again, with its frame; `first` are keys that lead to where it is tried.
fn repeats(bencher: Bencher, first: &[KeyCode], keys: &[KeyCode]) {
    let (mut app, mut terminal) = (home(&library()), screen());
    for key in first {
        press(&mut app, *key);
        draw(&app, &mut terminal);
    }
    let mut keys = keys.iter().cycle();
    bencher.bench_local(|| {
        press(&mut app, *keys.next().unwrap());
        draw(&app, &mut terminal);
    });
}

#[divan::bench(args = ["down", "page", "ends", "mark", "sort", "find ㅎ", "find 시장", "find market"], sample_count = 40, sample_size = 1)]
fn a_key_to_its_frame_among_200_000_words(bencher: Bencher, what: &str) {
    keys(bencher, KeyCode::Right, what);
}

#[divan::bench(args = ["down", "page", "ends", "mark", "sort", "find ㅎ", "find 시장", "find market"], sample_count = 40, sample_size = 1)]
fn a_key_to_its_frame_among_5_000_articles(bencher: Bencher, what: &str) {
    keys(bencher, KeyCode::Left, what);
}

fn keys(bencher: Bencher, open: KeyCode, what: &str) {
    let letters = |text: &str| text.chars().map(KeyCode::Char).collect::<Vec<_>>();
    match what.split_once(' ') {
        Some((_, text)) => {
            // The last letter goes and comes.
            let mut first = vec![open, KeyCode::Char('7')];
            let mut text = letters(text);
            let last = text.pop().unwrap();
            first.extend(text);
            repeats(bencher, &first, &[last, KeyCode::Backspace]);
        }
        None => {
            let keys: &[KeyCode] = match what {
                "down" => &[KeyCode::Down],
                "page" => &[KeyCode::PageDown],
                "ends" => &[KeyCode::End, KeyCode::Home],
                "mark" => &[KeyCode::Char(' ')],
                _ => &[KeyCode::Tab],
            };
            repeats(bencher, &[open], keys);
        }
    }
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_a_term_that_stands_in_hundreds_of_articles(bencher: Bencher) {
    repeats(
        bencher,
        &[KeyCode::Right, KeyCode::Tab, KeyCode::Tab, KeyCode::Tab, KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
        &[KeyCode::Enter, KeyCode::Esc],
    );
}

/// What the first opening after a large import costs, once.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn list_200_000_words_for_the_first_time(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.sqlite3");
    drop(Store::open(&path).unwrap());
    fill(&path);
    bencher.with_inputs(|| Store::open(&path).unwrap()).bench_values(|store| list_anew(&store).unwrap());
}

/// And the library.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn count_5_000_articles_for_the_first_time(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokpa.sqlite3");
    drop(Store::open(&path).unwrap());
    fill(&path);
    bencher.with_inputs(|| Store::open(&path).unwrap()).bench_values(|store| store.library(None).unwrap().len());
}
