//! What a reader waits for: a large article's first frame, a key's frame, progress over a million reviews.
//! `cargo bench --bench screens`; aims on an ordinary laptop are 50 ms, 2 ms and 100 ms.

#![allow(clippy::unwrap_used, reason = "a bench that fails should stop")]

use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use dokpa::clock::Clock;
use dokpa::deck::ArticleId;
use dokpa::messages::Lang;
use dokpa::schedule::Settings;
use dokpa::store::Store;
use dokpa::tasks::{Importer, Intake, Limits, add_ready_decks, find_article};
use dokpa::time::Calendar;
use dokpa::tui::{App, Desk, Start, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const NOW: &str = "2026-11-24T08:00:00+09:00";
const LARGE: usize = 1_000_000;
const REVIEWS: usize = 1_000_000;

fn main() {
    divan::main();
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
        if text.len() > LARGE {
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
    conn.execute_batch(&format!(
        "PRAGMA synchronous = OFF;
        BEGIN;
        WITH RECURSIVE
        number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {REVIEWS} - 1),
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
