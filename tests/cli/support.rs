//! A data folder of its own for each test, the clock pinned, and the program run in it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const MORNING: &str = "2026-01-31T08:00:00+09:00";

/// An article written for the tests: 해외진출 stands in three sentences.
pub const ARTICLE: &str = "한빛통신, 해외진출 서둘러
독파경제
발행일 2026-03-02 09:00:00
- 베트남에 합작사 설립
[독파경제 나독파기자] 한빛통신이 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다. 지난해까지 이 회사는 국내 가입자를 지키는 데 힘을 쏟았다.
한빛통신은 베트남 통신사에 대한 지분참여를 통해 현지 가입자를 늘릴 방안을 모색하고 있다. 통신업은 대표적인 내수산업으로 분류돼 왔지만 성장은 이미 멈췄다.
김가온 대표는 “해외진출은 늦출 수 없다. 올해가 마지막 기회다”라며 “합작사에 2000억 원을 투자하겠다”고 말했다.
증권가는 한빛통신의 해외 진출이 실적에 보탬이 되기까지 3년은 걸릴 것으로 내다봤다.
<나독파 기자>na@dokpa.kr
Copyright ⓒ 독파경제. 무단전재 및 재배포 금지
";

pub struct Bench {
    folder: TempDir,
    now: String,
}

impl Bench {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), now: MORNING.to_owned() }
    }

    /// The same data at another time.
    pub fn at(mut self, now: &str) -> Self {
        now.clone_into(&mut self.now);
        self
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn database(&self) -> PathBuf {
        self.data().join("dokpa.sqlite3")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dokpa"));
        command
            .env_clear()
            .env("DOKPA_NOW", &self.now)
            .env("HOME", self.folder.path())
            .env("LANG", "en_US.UTF-8")
            .env("TERM", "xterm-256color")
            .arg("--data")
            .arg(self.data())
            .stdin(Stdio::null());
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Output {
        self.command().args(args).output().unwrap()
    }

    /// Runs, expects success, and gives standard output.
    #[track_caller]
    pub fn ok<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs, expects success, and gives the JSON lines of standard output.
    #[track_caller]
    pub fn json<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Vec<Value> {
        lines(&self.ok(args))
    }

    /// Runs, expects one line on standard error and exit 1, and gives that line.
    #[track_caller]
    pub fn fails<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> String {
        let output = self.run(args);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(!error.contains("panicked"), "{error}");
        error
    }

    /// Runs with `input` on standard input.
    pub fn with_input<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>, input: &[u8]) -> Output {
        let mut child = self.spawn(args);
        child.stdin.take().unwrap().write_all(input).unwrap();
        child.wait_with_output().unwrap()
    }

    pub fn spawn<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Child {
        let mut command = self.command();
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Imports the test's article into the deck 통신.
    pub fn with_article(self) -> Self {
        let path = self.write("article.txt", ARTICLE);
        self.ok(["import", "--deck", "통신", path.to_str().unwrap()]);
        self
    }
}

pub fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
