//! A program killed at any moment loses no stored answer.

use std::io::{BufRead, BufReader, Write};

use serde_json::Value;

use crate::support::Bench;

#[test]
fn fifty_kills_lose_no_stored_answer() {
    let bench = Bench::new().with_article();
    let mut stored = 0_i64;
    for round in 0..50 {
        let mut child = bench.spawn(["study", "--jsonl", "--new", "1000"]);
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        // Some rounds are killed right after an answer was told as stored, some while the next is on its way.
        for _ in 0..=round % 3 {
            writeln!(input, "{{\"answer\":\"아무말\"}}").unwrap();
            loop {
                let line: Value = serde_json::from_str(&output.next().unwrap().unwrap()).unwrap();
                if line["type"] == "result" {
                    assert_eq!(line["stored"], true);
                    stored += 1;
                    break;
                }
            }
        }
        if round % 2 == 1 {
            let _ = writeln!(input, "{{\"answer\":\"아무말\"}}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let connection = rusqlite::Connection::open(bench.database()).unwrap();
        let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(verdict, "ok");
        let found: i64 = connection.query_row("SELECT count(*) FROM review", [], |row| row.get(0)).unwrap();
        assert!(found >= stored, "round {round}: {found} of {stored}");
        // An answer that was on its way may have been stored as well.
        stored = found;
        let cards: i64 = connection
            .query_row(
                "SELECT count(*) FROM review JOIN card ON card.term = review.term AND card.last_review_at >= review.at",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(cards, found, "a review is never stored without its card");
    }
    assert!(stored >= 99);
}
