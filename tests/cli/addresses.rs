//! Addresses and feeds, against a server on loopback inside the test. dokpa reaches it because the settings of the tests
//! say so (`private_addresses`), as nobody's else do.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Bench, lines, project};

/// Serves until the test's process ends.
struct Server {
    root: String,
    /// How often the feed was asked for.
    feeds: Arc<AtomicUsize>,
    /// How often an article of the feed of costs was.
    weighed: Arc<AtomicUsize>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let root = format!("http://{}", listener.local_addr().unwrap());
        let feeds = Arc::new(AtomicUsize::new(0));
        let weighed = Arc::new(AtomicUsize::new(0));
        let (own_root, own_feeds, own_weighed) = (root.clone(), Arc::clone(&feeds), Arc::clone(&weighed));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (root, feeds, weighed) = (own_root.clone(), Arc::clone(&own_feeds), Arc::clone(&own_weighed));
                thread::spawn(move || {
                    let _ = answer(stream, &root, &feeds, &weighed);
                });
            }
        });
        Self { root, feeds, weighed }
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(project("tests/fixtures/articles").join(name)).unwrap()
}

fn send(stream: &mut TcpStream, head: &str, body: &[u8]) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(body)
}

fn answer(mut stream: TcpStream, root: &str, feeds: &AtomicUsize, weighed: &AtomicUsize) -> std::io::Result<()> {
    let mut request = BufReader::new(stream.try_clone()?).lines();
    let first = request.next().unwrap_or_else(|| Ok(String::new()))?;
    while request.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
    let path = first.split(' ').nth(1).unwrap_or_default();
    let html = "200 OK\r\nContent-Type: text/html; charset=utf-8";
    match path {
        "/article" => send(&mut stream, html, &fixture("html/economy.html")),
        "/wrong-type" => send(&mut stream, "200 OK\r\nContent-Type: image/png", &fixture("html/cms.html")),
        "/cp949" => send(&mut stream, html, &fixture("html/cp949.html")),
        "/pdf" => send(&mut stream, html, &fixture("pdf/article.pdf")),
        "/%EA%B8%B0%EC%82%AC?q=%EA%B8%88%EB%A6%AC" => send(&mut stream, html, &fixture("html/wire.html")),
        "/once" => send(&mut stream, "302 Found\r\nLocation: /article", b""),
        "/circle" => send(&mut stream, "302 Found\r\nLocation: /circle", b""),
        "/to-file" => send(&mut stream, "302 Found\r\nLocation: file:///etc/passwd", b""),
        "/forbidden" => send(&mut stream, "403 Forbidden", b"no"),
        "/trouble" => send(&mut stream, "503 Service Unavailable", b"no"),
        "/scripts" => send(&mut stream, html, &fixture("html/scripts.html")),
        "/silent" => {
            thread::sleep(Duration::from_secs(20));
            Ok(())
        }
        "/stall" => {
            write!(stream, "HTTP/1.1 {html}\r\nContent-Length: 5000\r\n\r\n<html><body>")?;
            stream.flush()?;
            thread::sleep(Duration::from_secs(20));
            Ok(())
        }
        "/drip" => {
            write!(stream, "HTTP/1.1 {html}\r\nContent-Length: 5000\r\n\r\n")?;
            for _ in 0..200 {
                stream.write_all(b"<")?;
                stream.flush()?;
                thread::sleep(Duration::from_millis(100));
            }
            Ok(())
        }
        "/cut" => {
            write!(stream, "HTTP/1.1 {html}\r\nContent-Length: 500000\r\n\r\n<html>")
        }
        "/endless" => {
            write!(stream, "HTTP/1.1 {html}\r\nTransfer-Encoding: chunked\r\n\r\n")?;
            let chunk = [b'a'; 0x4000];
            loop {
                write!(stream, "4000\r\n")?;
                stream.write_all(&chunk)?;
                write!(stream, "\r\n")?;
            }
        }
        "/gzip-bomb" => {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            packer.write_all(&vec![b'a'; 8_000_000])?;
            let body = packer.finish()?;
            assert!(body.len() < 100_000);
            send(&mut stream, &format!("{html}\r\nContent-Encoding: gzip"), &body)
        }
        "/site" => {
            let page = "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body>독파경제</body></html>";
            send(&mut stream, html, page.as_bytes())
        }
        "/costs" => {
            let item = |n: usize, path: &str| {
                format!("<item><title>값 {n}</title><link>{root}{path}</link><guid>c{n}</guid></item>")
            };
            let items = item(4, "/weigh") + &item(3, "/silent") + &item(2, "/nothing") + &item(1, "/article");
            let feed = format!(
                "<rss version=\"2.0\"><channel><title>값</title><link>{root}</link><description>d</description>{items}</channel></rss>"
            );
            send(&mut stream, "200 OK\r\nContent-Type: text/xml", feed.as_bytes())
        }
        "/weigh" => {
            weighed.fetch_add(1, Ordering::SeqCst);
            let page = "<html><head><title>새벽은행, 지분참여로 해외진출</title></head><body><article><h1>새벽은행, 지분참여로 해외진출</h1><p>새벽은행은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다. 은행권은 지분참여를 통해 수익을 늘릴 방안을 모색하고 있다고 밝혔다.</p><p>이 은행은 내년까지 현지 법인 세 곳을 더 세울 계획이며, 금융당국의 승인을 기다리고 있다. 업계는 이번 결정이 실적에 보탬이 될 것으로 내다봤다.</p></article></body></html>";
            send(&mut stream, html, page.as_bytes())
        }
        "/feed" => {
            // A new entry from the second time on.
            let times = feeds.fetch_add(1, Ordering::SeqCst);
            let item = |n: usize, path: &str| {
                format!(
                    "<item><title>글 {n}</title><link>{root}{path}</link><guid>{n}</guid><pubDate>Mon, 02 Mar 2026 0{n}:00:00 GMT</pubDate></item>"
                )
            };
            let mut items = vec![item(2, "/wrong-type"), item(1, "/article")];
            if times > 1 {
                items.insert(0, item(3, "/cp949"));
            }
            let feed = format!(
                "<rss version=\"2.0\"><channel><title>독파경제</title><link>{root}</link><description>d</description>{}</channel></rss>",
                items.concat()
            );
            send(&mut stream, "200 OK\r\nContent-Type: text/plain", feed.as_bytes())
        }
        _ => send(&mut stream, "404 Not Found", b"no"),
    }
}

/// A data folder whose settings let dokpa reach loopback, and wait only shortly.
struct Reader {
    bench: Bench,
    config: String,
}

impl Reader {
    fn new() -> Self {
        let bench = Bench::new();
        let text = "[limits]\nprivate_addresses = true\nfetch_seconds = 2\nfile_megabytes = 2\nredirects = 3\n";
        let config = bench.write("config.toml", text).display().to_string();
        Self { bench, config }
    }

    fn json(&self, args: &[&str]) -> Vec<Value> {
        self.bench.json([&["--config", &self.config], args].concat())
    }

    fn fails(&self, args: &[&str]) -> String {
        self.bench.fails([&["--config", &self.config], args].concat())
    }
}

#[test]
fn an_address_is_an_article() {
    let (server, reader) = (Server::start(), Reader::new());
    for (path, title, date) in [
        ("/article", "한빛통신, 해외진출 서둘러", "2026-03-02"),
        ("/once", "한빛통신, 해외진출 서둘러", "2026-03-02"),
        ("/wrong-type", "한빛통신, 해외진출 서둘러", "2026-03-02"),
        ("/pdf", "한빛통신, 해외진출 서둘러", "2026-03-02"),
        ("/기사?q=금리#top", "한빛통신, 해외진출 서둘러", "2026-03-02"),
    ] {
        let rows = reader.json(&["import", "--json", &server.at(path)]);
        assert_eq!(rows.len(), 1, "{path}");
        assert_eq!((&rows[0]["title"], &rows[0]["date"]), (&title.into(), &date.into()), "{path}");
    }
    let rows = reader.json(&["import", "--json", &server.at("/cp949")]);
    assert!(rows[0]["warnings"].as_array().unwrap().is_empty(), "the server declares UTF-8, wrongly: {rows:?}");
    let connection = rusqlite::Connection::open(reader.bench.database()).unwrap();
    let (source, removed): (String, String) = connection
        .query_row("SELECT source, removed FROM article ORDER BY id DESC LIMIT 1 OFFSET 0", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert!(source.starts_with(&server.root), "{source}");
    assert!(!removed.contains('\u{1b}'));
    let kept: i64 = connection
        .query_row("SELECT count(*) FROM article WHERE removed LIKE '%많이 본 뉴스%'", [], |row| row.get(0))
        .unwrap();
    assert!(kept > 0, "what was taken out is kept aside");
}

#[test]
fn servers_that_misbehave_are_left_in_time_with_one_line() {
    let (server, reader) = (Server::start(), Reader::new());
    for (path, part) in [
        ("/nothing", "no such page (404)"),
        ("/forbidden", "refused (403)"),
        ("/trouble", "trouble (503)"),
        ("/circle", "at most 3 times; redirects under [limits]"),
        ("/silent", "within 2 s (fetch_seconds"),
        ("/stall", "within 2 s (fetch_seconds"),
        ("/drip", "within 2 s (fetch_seconds"),
        ("/cut", "connection broke off"),
        ("/endless", "at most 2 MB; file_megabytes under [limits]"),
        ("/gzip-bomb", "at most 2 MB; file_megabytes under [limits]"),
        ("/scripts", "shows its text by scripts"),
        // Taken for a path of the same server: no file of this machine is ever opened.
        ("/to-file", "no such page (404)"),
    ] {
        let begun = Instant::now();
        let line = reader.fails(&["import", &server.at(path)]);
        assert!(line.contains(part), "{path}: {line}");
        assert!(begun.elapsed() < Duration::from_secs(8), "{path}: {:?}", begun.elapsed());
    }
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(reader.fails(&["import", &format!("http://{closed}/")]).contains("no connection"));
    assert!(reader.fails(&["import", "http://"]).contains("no address"));
    assert!(reader.json(&["decks", "--json"]).iter().all(|deck| deck["name"] != "내 글"), "nothing is left behind");
}

#[test]
fn without_leave_nothing_inside_is_reached() {
    let (server, bench) = (Server::start(), Bench::new());
    let line = bench.fails(["import", &server.at("/article")]);
    assert!(line.contains("private_addresses under [limits]"), "{line}");
    assert!(bench.fails(["feed", "add", &server.at("/feed")]).contains("private_addresses"));
}

#[test]
fn a_feed_lists_what_is_new_and_imports_what_is_chosen() {
    let (server, reader) = (Server::start(), Reader::new());
    assert!(reader.fails(&["feed", "update"]).contains("There are no feeds"));
    // By its site's page, which names it.
    let added = reader.bench.ok(["--config", &reader.config, "feed", "add", &server.at("/site")]);
    assert!(added.contains("독파경제") && added.contains('2'), "{added}");
    assert!(reader.fails(&["feed", "add", &server.at("/feed")]).contains("there already"));
    assert!(reader.fails(&["feed", "add", &server.at("/article")]).contains("no feed"));
    let feeds = reader.json(&["feed", "list", "--json"]);
    assert_eq!(feeds[0]["address"], server.at("/feed").as_str());
    assert!(server.feeds.load(Ordering::SeqCst) >= 1);

    let first = reader.json(&["feed", "update", "--json"]);
    let ids: Vec<i64> = first.iter().map(|row| row["id"].as_i64().unwrap()).collect();
    assert_eq!(first.iter().filter(|row| row["title"] == "글 1").count(), 1);
    assert_eq!(first.last().unwrap()["date"], "2026-03-02");
    let again = reader.json(&["feed", "update", "--json"]);
    assert!(again.iter().all(|row| !ids.contains(&row["id"].as_i64().unwrap())), "only what is new: {again:?}");

    let oldest = ids.last().unwrap().to_string();
    let rows = reader.json(&["feed", "update", "--json", "--deck", "피드", "--import", &oldest]);
    assert_eq!((rows.len(), &rows[0]["deck"]), (1, &"피드".into()));
    assert!(
        reader.fails(&["feed", "update", "--import", &oldest]).contains("no number to choose"),
        "it is here already"
    );
    assert!(reader.fails(&["feed", "update", "--import", "x"]).contains("no number to choose"));
    let rest = reader.json(&["feed", "update", "--json", "--import", "all"]);
    assert!(!rest.is_empty());
    assert!(reader.json(&["feed", "update", "--json", "--import", "all"]).is_empty());
    reader.bench.ok(["--config", &reader.config, "feed", "remove", "1"]);
    assert!(reader.fails(&["feed", "remove", "1"]).contains("no feed"));
    assert!(reader.fails(&["feed", "list"]).contains("There are no feeds"));
}

#[test]
fn an_imported_page_from_standard_input_is_told_by_content() {
    let bench = Bench::new();
    let output = bench.with_input(["import", "--json", "-"], &fixture("html/portal.html"));
    let rows = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!((&rows[0]["title"], &rows[0]["sentences"]), (&"한빛통신, 해외진출 서둘러".into(), &5.into()));
}

#[test]
fn each_new_entry_is_told_with_its_cost_and_what_was_fetched_is_used() {
    let (server, reader) = (Server::start(), Reader::new());
    reader.json(&["import", "--json", &server.at("/article")]);
    reader.bench.ok(["--config", &reader.config, "feed", "add", &server.at("/costs")]);
    let begun = Instant::now();
    let rows = reader.json(&["feed", "update", "--json"]);
    assert!(begun.elapsed() < Duration::from_secs(10), "one that is silent holds up no other: {:?}", begun.elapsed());
    let row = |title: &str| rows.iter().find(|row| row["title"] == title).unwrap();
    let cost = &row("값 4")["cost"];
    assert!(cost["new_terms"].as_u64() > Some(5) && cost["days"].as_u64() >= Some(1), "{cost}");
    assert!(cost["coverage"].is_number() && cost["level"].is_number() && cost["best"].is_array(), "{cost}");
    assert!(row("값 3")["problem"].as_str().unwrap().contains("within 2 s"), "{rows:?}");
    assert!(row("값 2")["problem"].as_str().unwrap().contains("404") && row("값 2")["cost"].is_null());
    assert_eq!((&row("값 1")["duplicate"], &row("값 1")["cost"]), (&true.into(), &Value::Null));
    assert_eq!(server.weighed.load(Ordering::SeqCst), 1);

    let id = row("값 4")["id"].to_string();
    let taken = reader.json(&["feed", "update", "--json", "--import", &id]);
    assert_eq!(taken[0]["title"], "새벽은행, 지분참여로 해외진출");
    assert_eq!(server.weighed.load(Ordering::SeqCst), 1, "it is not fetched again");
}

#[test]
fn the_cost_is_left_out_where_it_is_not_wanted() {
    let (server, reader) = (Server::start(), Reader::new());
    reader.bench.ok(["--config", &reader.config, "feed", "add", &server.at("/costs")]);
    let rows = reader.json(&["feed", "update", "--no-cost", "--json"]);
    assert!(rows.len() == 4 && rows.iter().all(|row| row["cost"].is_null() && row["problem"].is_null()));
    assert_eq!(server.weighed.load(Ordering::SeqCst), 0);
}

#[test]
fn the_cost_of_feeds_keeps_to_its_limits_and_is_told_in_lines() {
    let (server, reader) = (Server::start(), Reader::new());
    let text = "[limits]\nprivate_addresses = true\nfetch_seconds = 20\nfeed_seconds = 2\nfeed_articles = 2\n";
    let config = reader.bench.write("slow.toml", text).display().to_string();
    reader.bench.ok(["--config", &reader.config, "feed", "add", &server.at("/costs")]);
    let begun = Instant::now();
    let told = reader.bench.ok(["--config", &config, "feed", "update"]);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    assert!(told.contains("% known") && told.contains("new terms"), "{told}");
    assert_eq!(told.matches("not looked at").count(), 3, "{told}");
}
