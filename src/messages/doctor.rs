//! What `dokpa doctor` says.

super::messages! {
    /// A finding, a question, or what to do about it.
    Doctor {
        Version { version: String } => "dokpa {version}", "dokpa {version}";
        Settings { path: String } => "설정: {path}", "settings: {path}";
        SettingsMissing { path: String } => "설정: {path} (아직 없음, 기본값을 씀)", "settings: {path} (none yet, the defaults are used)";
        Data { path: String, kilobytes: u64 } => "자료: {path} ({kilobytes} kB)", "data: {path} ({kilobytes} kB)";
        DataMissing { path: String } => "자료: {path} (아직 없음)", "data: {path} (none yet)";
        Whole => "자료 파일은 온전합니다.", "The data file is whole.";
        Damaged { detail: String } => "자료 파일이 손상되었습니다: {detail}. 사본으로 바꾸거나 --data로 새 폴더에서 시작하세요.", "The data file is damaged: {detail}. Put a copy in its place, or start anew elsewhere with --data.";
        References => "자료 안의 연결은 모두 맞습니다.", "All references in the data lead somewhere.";
        Dangling { count: usize } => "자료 안의 연결 {count}개가 끊겼습니다. 사본으로 바꾸세요.", "{count} references in the data lead nowhere; put a copy in its place.";
        Backup { days: i64, path: String } => "마지막 사본: {days}일 전 ({path})", "last backup: {days} days ago ({path})";
        NoBackup => "사본이 없습니다. 자료 파일을 가끔 다른 곳에 복사해 두세요.", "No backup; copy the data file to another place now and then.";
        Terminal { name: String } => "터미널: {name}", "terminal: {name}";
        Multiplexer { name: String } => "화면 나눔: {name}. 한글 조합이 어긋나 보이면 그 밖에서 견주어 보세요.", "multiplexer: {name}; where composed Hangul looks wrong, compare without it.";
        NoMultiplexer => "화면 나눔: 없음", "multiplexer: none";
        Colours { depth: String } => "색: {depth}", "colours: {depth}";
        NoColour => "색: 쓰지 않음 (NO_COLOR 또는 TERM). 모든 색에는 글자 표시가 따릅니다.", "colours: none (NO_COLOR or TERM); each colour has a sign beside it.";
        Unicode { locale: String } => "글자: {locale}", "characters: {locale}";
        NotUnicode { locale: String } => "글자: {locale}은(는) UTF-8이 아닙니다. LANG=ko_KR.UTF-8처럼 정하세요.", "characters: {locale} is not UTF-8; set something like LANG=ko_KR.UTF-8.";

        Widths { list: String } => "글자 너비(칸): {list}", "cells of characters: {list}";
        WidthsUnknown => "글자 너비: 터미널이 커서 자리를 알려 주지 않습니다.", "cells of characters: the terminal does not report its cursor.";
        HangulWidth { cells: u16 } => "한글 한 글자가 {cells}칸입니다(2칸이어야 함). 글꼴이나 터미널 설정을 확인하세요.", "A Hangul syllable takes {cells} cells, and should take 2; check the terminal's font and settings.";
        DecomposedWidth { cells: u16 } => "풀어쓴(NFD) 한글은 {cells}칸으로 보입니다. dokpa는 늘 모아쓴 글자로 내보냅니다.", "Decomposed (NFD) Hangul takes {cells} cells here; dokpa always writes it composed.";
        Protocol { has_kitty: String } => "자판 규약: kitty {has_kitty}. 켜지 않습니다(입력기를 방해함).", "keyboard protocol: kitty {has_kitty}; it is left off, for it disturbs input methods.";
        ProtocolYes => "가능", "possible";
        ProtocolNo => "없음", "none";

        TypePrompt => "‘한글’이라고 쓰고 Enter를 누르세요. 빈 줄이나 Esc는 건너뜁니다.", "Type 한글 and press Enter; an empty line or Esc skips this.";
        Arrived { list: String } => "받은 글자: {list}", "what arrived: {list}";
        AsKeys { count: usize } => "{count}개의 키로 왔습니다.", "It came as {count} keys.";
        AsPaste => "붙여 넣기로 왔습니다.", "It came as a paste.";
        Composed => "모아쓴 글자(NFC)로 옵니다.", "It arrives composed (NFC).";
        Decomposed => "풀어쓴 글자(NFD)로 옵니다. dokpa가 모아서 받습니다.", "It arrives decomposed (NFD); dokpa composes it.";
        Letters => "낱자로 옵니다. 입력기가 글자를 모으지 않습니다. 두벌식 자판을 켜면 dokpa가 모읍니다.", "It arrives as single letters: no input method composes them. The built-in 2-set keyboard would.";
        Latin => "로마자로 옵니다. 한글 입력기가 꺼져 있거나 없습니다. 두벌식 자판을 켜면 dokpa가 한글로 바꿉니다.", "It arrives as Latin letters: the input method is off, or there is none. The built-in 2-set keyboard would make Hangul of them.";
        NoHangul => "한글이 아닙니다.", "It is no Hangul.";
        EnterLast => "Enter는 마지막 글자 뒤에 왔습니다.", "Enter came behind the last syllable.";
        EnterEarly { late: String } => "Enter가 마지막 글자 ‘{late}’보다 먼저 왔습니다. dokpa는 기다렸다가 함께 받습니다.", "Enter came before the last syllable ‘{late}’; dokpa waits for it and takes it in.";
        EnterTwice => "Enter가 두 번 왔습니다. dokpa는 한 번으로 받습니다.", "Enter came twice; dokpa takes it for one.";

        Offer { setting: String } => "설정에 적을까요? {setting} [y/n]", "Write this to the settings? {setting} [y/n]";
        Written { path: String } => "{path}에 적었습니다.", "Wrote {path}.";
        NotWritten => "그대로 두었습니다.", "Left as it is.";
    }
}
