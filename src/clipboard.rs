//! What was copied, by the platform's own programs. They know the terminal's surroundings (Wayland, X11, tmux, WSL) better
//! than a library could, need nothing at build time, and hand over text alone.

use std::process::Command;
use std::time::Duration;

use crate::child::{self, Ended, Input};

/// A program with its arguments, and the variable of the environment that says whether it can be of use; empty: always.
type Reader = (&'static str, &'static [&'static str], &'static str);

/// In the order in which they are asked. The desktop's clipboard comes before tmux's own, which holds what was copied in it.
#[cfg(target_os = "macos")]
const READERS: &[Reader] = &[("pbpaste", &[], ""), ("tmux", TMUX, "TMUX")];
#[cfg(windows)]
const READERS: &[Reader] = &[("powershell.exe", POWERSHELL, "")];
#[cfg(not(any(target_os = "macos", windows)))]
const READERS: &[Reader] = &[
    ("wl-paste", &["--no-newline", "--type", "text"], "WAYLAND_DISPLAY"),
    ("xclip", &["-selection", "clipboard", "-out"], "DISPLAY"),
    ("xsel", &["--clipboard", "--output"], "DISPLAY"),
    ("powershell.exe", POWERSHELL, "WSL_DISTRO_NAME"),
    ("termux-clipboard-get", &[], "TERMUX_VERSION"),
    ("tmux", TMUX, "TMUX"),
];

#[cfg(not(windows))]
const TMUX: &[&str] = &["show-buffer"];
#[cfg(not(target_os = "macos"))]
const POWERSHELL: &[&str] = &[
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
];

/// Why there is no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClipboardError {
    /// None of the programs is there, or none may reach a clipboard.
    #[error("no clipboard is reachable")]
    Unreachable,
    #[error("no text in the clipboard")]
    Empty,
    #[error("{program} did not answer within {seconds} s")]
    Slow { program: &'static str, seconds: u64 },
    #[error("more than allowed")]
    TooLarge,
}

/// What was copied: at most `most` bytes of text, as the program gave them. A program has `time`; one that passes it is
/// killed, and no other is asked.
pub fn read(most: u64, time: Duration, stopped: impl Fn() -> bool) -> Result<Vec<u8>, ClipboardError> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let mut answered = false;
    for (program, arguments, _) in READERS.iter().filter(|(_, _, needs)| needs.is_empty() || is_set(needs)) {
        let mut command = Command::new(program);
        command.args(*arguments);
        match child::run(command, Input::default(), most, time, &stopped) {
            Ok(Ended::Done { status, output, .. }) => {
                answered |= status.success();
                if status.success() && !output.iter().all(u8::is_ascii_whitespace) {
                    return Ok(output);
                }
            }
            Ok(Ended::Late) => return Err(ClipboardError::Slow { program, seconds: time.as_secs() }),
            Ok(Ended::TooMuch) => return Err(ClipboardError::TooLarge),
            Ok(Ended::Stopped) => return Err(ClipboardError::Unreachable),
            // It is not installed.
            Err(_) => {}
        }
    }
    Err(if answered { ClipboardError::Empty } else { ClipboardError::Unreachable })
}
