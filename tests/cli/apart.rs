//! Parsers in processes of their own. Debug builds know files that make these hang or eat memory.
#![cfg(all(debug_assertions, target_os = "linux"))]

use std::time::{Duration, Instant};

use crate::support::{Bench, lines, project};

fn fails(bench: &Bench, bytes: &[u8], limits: &str) -> String {
    let config = bench.write("config.toml", format!("[limits]\n{limits}"));
    let file = bench.write("bad.pdf", bytes);
    bench.fails(["--config", config.to_str().unwrap(), "import", file.to_str().unwrap()])
}

/// Processes of parsers whose surroundings are this test's.
fn parsers(bench: &Bench) -> usize {
    let home = format!("HOME={}", bench.path("").display());
    let is_one = |entry: std::fs::DirEntry| {
        let read = |name: &str| std::fs::read(entry.path().join(name)).unwrap_or_default();
        let has = |bytes: &[u8], part: &str| bytes.split(|&b| b == 0).any(|one| one == part.as_bytes());
        has(&read("cmdline"), "parse-source") && has(&read("environ"), home.trim_end_matches('/'))
    };
    std::fs::read_dir("/proc").unwrap().flatten().map(is_one).filter(|&is| is).count()
}

#[test]
fn a_parser_that_hangs_is_killed_in_time() {
    let bench = Bench::new();
    let begun = Instant::now();
    let line = fails(&bench, b"%PDF-dokpa-hangs", "parse_seconds = 1\n");
    assert!(line.contains("within 1 s (parse_seconds under [limits]"), "{line}");
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    assert_eq!(parsers(&bench), 0);
}

#[test]
fn a_parser_that_eats_memory_is_ended_with_the_limits_message() {
    let bench = Bench::new();
    let line = fails(&bench, b"%PDF-dokpa-eats", "memory_megabytes = 128\n");
    assert!(line.contains("at most 128 MB; memory_megabytes under [limits]"), "{line}");
    assert_eq!(parsers(&bench), 0);
}

#[test]
fn good_files_of_heavy_formats_are_read_apart_as_they_are_in_a_thread() {
    let bench = Bench::new();
    for name in ["pdf/article.pdf", "office/article.docx"] {
        let file = project("tests/fixtures/articles").join(name);
        let rows = bench.json(["import", "--json", file.to_str().unwrap()]);
        assert_eq!(rows[0]["title"], "한빛통신, 해외진출 서둘러", "{name}");
    }
    let paragraph = "<p>한빛통신이 해외진출을 서두르고 있다. 통신사들은 포화된 내수시장을 벗어나려고 한다.</p>\n";
    let page = format!(
        "<html><head><title>긴 쪽</title></head><body><article>{}</article></body></html>",
        paragraph.repeat(5_000)
    );
    assert!(page.len() > 512 * 1024);
    let file = bench.write("long.html", page);
    let output = bench.run(["import", "--json", file.to_str().unwrap()]);
    let rows = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(rows[0]["title"], "긴 쪽");
}
