//! The clipboard, by a program of the test's own under the name of one that reads it.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::process::Output;
use std::time::{Duration, Instant};

use crate::support::{ARTICLE, Bench, lines};

/// Runs `import --clipboard` where the clipboard's program is this script.
fn import(bench: &Bench, program: &str, script: &str, config: &str) -> Output {
    let path = bench.path("bin");
    std::fs::create_dir_all(&path).unwrap();
    let file = path.join(program);
    std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    let config = bench.write("config.toml", config);
    let mut command = bench.command();
    command.env("PATH", &path).env("DISPLAY", ":7").env("TMUX", "/tmp/none,1,0");
    command.arg("--config").arg(config).args(["import", "--clipboard", "--json", "--deck", "복사"]).output().unwrap()
}

#[track_caller]
fn fault(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let line = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}

#[test]
fn what_was_copied_is_imported_whichever_program_gives_it() {
    for program in ["xclip", "xsel", "tmux"] {
        let bench = Bench::new();
        bench.write("copied.txt", ARTICLE);
        let script = format!("exec /bin/cat {}", bench.path("copied.txt").display());
        let output = import(&bench, program, &script, "");
        let rows = lines(&String::from_utf8(output.stdout).unwrap());
        assert_eq!((&rows[0]["title"], &rows[0]["deck"]), (&"한빛통신, 해외진출 서둘러".into(), &"복사".into()));
    }
}

#[test]
fn a_copied_path_is_a_file_and_an_encoding_is_found() {
    let bench = Bench::new();
    let path = bench.write("글.txt", ARTICLE);
    let output = import(&bench, "xclip", &format!("echo {}", path.display()), "");
    assert!(String::from_utf8(output.stdout).unwrap().contains("해외진출"));
    let bench = Bench::new();
    bench.write("copied", encoding_rs::EUC_KR.encode(ARTICLE).0);
    let output = import(&bench, "xclip", &format!("exec /bin/cat {}", bench.path("copied").display()), "");
    assert!(String::from_utf8(output.stdout).unwrap().contains("해외진출"));
}

#[test]
fn where_nothing_is_copied_one_line_says_what_to_do() {
    let bench = Bench::new();
    let line = fault(&import(&bench, "other", "exit 0", ""));
    assert!(line.contains("paste with the terminal's own key"), "{line}");
    assert!(fault(&import(&bench, "xclip", "exit 1", "")).contains("own key"));
    assert!(fault(&import(&bench, "xclip", "echo; exit 0", "")).contains("no text in the clipboard"));
    let limits = "[limits]\nclipboard_seconds = 1\nfile_megabytes = 1\n";
    let begun = Instant::now();
    let line = fault(&import(&bench, "xclip", "exec /bin/sleep 60", limits));
    assert!(line.contains("xclip did not answer within 1 s (clipboard_seconds"), "{line}");
    let line = fault(&import(&bench, "xclip", "exec /bin/cat /dev/zero", limits));
    assert!(line.contains("at most 1 MB; file_megabytes"), "{line}");
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}
