//! What went wrong, where, and what to do.

super::messages! {
    /// One clear line on standard error or on the screen.
    Fault {
        ClockPin { value: String } => "DOKPA_NOW={value}: 시각이 아닙니다. 2026-01-31T08:00:00+09:00처럼 쓰세요.", "DOKPA_NOW={value} is not a moment; write it like 2026-01-31T08:00:00+09:00.";
    }
}
