//! What went wrong, where, and what to do.

super::messages! {
    /// One clear line on standard error or on the screen.
    Fault {
        ClockPin { value: String } => "DOKPA_NOW={value}: 시각이 아닙니다. 2026-01-31T08:00:00+09:00처럼 쓰세요.", "DOKPA_NOW={value} is not a moment; write it like 2026-01-31T08:00:00+09:00.";
        NoHome => "홈 폴더를 찾을 수 없습니다. --data와 --config로 자리를 정하세요.", "There is no home folder; say where with --data and --config.";
        Output { reason: String } => "출력할 수 없습니다: {reason}", "Cannot write the output: {reason}";
        Screen { reason: String } => "화면을 열 수 없습니다: {reason}. 터미널에서 실행하거나 dokpa study --plain을 쓰세요.", "Cannot open the screen: {reason}. Run it in a terminal, or use dokpa study --plain.";
        Sound { program: String, reason: String } => "소리를 낼 수 없습니다: {program}: {reason}. 설정의 sound를 확인하세요.", "Cannot make a sound: {program}: {reason}. Check sound in the settings.";
        ConfigUnwritable { path: String, reason: String } => "{path}: 설정을 쓸 수 없습니다: {reason}", "{path}: cannot write the settings: {reason}";
        NoTerminal => "화면은 터미널에서만 열립니다. 줄 단위로 하려면 dokpa study --plain을 쓰세요.", "The screens need a terminal; dokpa study --plain works without one.";
        ConfigUnreadable { path: String, reason: String } => "{path}: 설정을 읽을 수 없습니다: {reason}", "{path}: cannot read the settings: {reason}";
        ConfigSyntax { path: String, detail: String } => "{path}:{detail} (설정 파일을 고치거나 지우세요)", "{path}:{detail} (mend the settings file or remove it)";

        FileMissing { path: String } => "{path}: 그런 파일이 없습니다.", "{path}: there is no such file.";
        FileDenied { path: String } => "{path}: 읽을 권한이 없습니다.", "{path}: no permission to read it.";
        FileUnreadable { path: String, reason: String } => "{path}: 읽을 수 없습니다: {reason}", "{path}: cannot be read: {reason}";
        Unwritable { path: String, reason: String } => "{path}: 쓸 수 없습니다: {reason}", "{path}: cannot be written: {reason}";
        Source { korean: String, english: String } => "{korean}", "{english}";
        DeckSyntax { path: String, detail: String } => "{path}: 덱 파일을 읽을 수 없습니다: {detail}", "{path}: cannot read the deck file: {detail}";
        DeckNewer { path: String, found: u32 } => "{path}: 더 새로운 dokpa의 덱 파일입니다 (형식 {found}). dokpa를 새로 받으세요.", "{path}: written by a newer dokpa (format {found}); update dokpa.";
        DeckEmpty { path: String } => "{path}: 덱 파일에 이름이나 글이 없습니다.", "{path}: the deck file has no name or no articles.";
        NothingToImport => "들일 글을 말해 주세요: dokpa import 파일 (표준 입력은 -)", "Say what to import: dokpa import FILE (- for standard input).";

        UnknownArticle { name: String } => "‘{name}’(이)라는 글이 없습니다. 글의 번호나 제목의 일부를 쓰세요.", "There is no article ‘{name}’; give its number or words of its title.";
        SeveralArticles { name: String, count: usize } => "제목에 ‘{name}’이(가) 든 글이 {count}개입니다. 제목을 더 길게 쓰세요.", "{count} articles have ‘{name}’ in their title; give more of it.";
        UnknownDeck { name: String } => "‘{name}’ 덱이 없습니다. dokpa decks로 이름을 보세요.", "There is no deck ‘{name}’; dokpa decks lists them.";
        UnknownFormat { path: String } => "{path}: 이 형식으로는 내보낼 수 없습니다. .toml로 끝나는 이름을 쓰세요.", "{path}: no such format; use a name that ends in .toml.";
        NoHanja { word: String } => "‘{word}’의 한자를 몰라요.", "no hanja are known for ‘{word}’.";
        UnknownWord { word: String } => "‘{word}’: 사전에 없습니다.", "‘{word}’ is not in the dictionary.";
        UnknownTerm { term: String } => "‘{term}’: 그런 낱말이 없습니다. dokpa words로 보세요.", "There is no term ‘{term}’; dokpa words lists them.";
        NoArticle { name: String } => "‘{name}’: 그런 글이 없습니다. dokpa read 뒤에 제목의 일부나 번호를 쓰세요 (dokpa library).", "There is no article ‘{name}’; give a part of its title or its number (dokpa library).";
        NothingRead => "아직 읽은 글이 없습니다. dokpa read 뒤에 제목의 일부나 번호를 쓰세요 (dokpa library).", "No article was read yet; give a part of a title or a number (dokpa library).";
        ManyArticles { name: String, found: String } => "‘{name}’: 여러 글에 있습니다. 번호를 쓰세요: {found}", "‘{name}’ is in several titles; give a number: {found}";
        BadGoal { goal: usize } => "--to {goal}: 1에서 100까지 쓰세요.", "--to {goal}: give 1 to 100.";
        UnknownSort { name: String, names: String } => "--sort {name}: 그런 차례가 없습니다. {names} 가운데 하나를 쓰세요.", "--sort {name}: there is no such order; use one of {names}.";
        UnknownFilter { name: String } => "--filter {name}: 그런 조건이 없습니다. 이름=값으로 쓰세요.", "--filter {name}: there is no such condition; write NAME=VALUE.";
        FilterValue { name: String, value: String, values: String } => "--filter {name}={value}: 그런 값이 없습니다. {values} 가운데 하나를 쓰세요.", "--filter {name}={value}: there is no such value; use one of {values}.";
        NotNoun { term: String } => "‘{term}’: 명사만 나눌 수 있습니다.", "‘{term}’ is no noun, and only nouns can be split.";
        UnreadableWord => "낱말이 비었거나 쓸 수 없는 글자가 있습니다.", "A word is empty or holds characters that no word has.";
        TooFewWords => "낱말을 둘 이상 쓰세요.", "Give two words or more.";
        NotSpelled { term: String, parts: String } => "‘{parts}’: 이어 쓰면 ‘{term}’이(가) 되지 않습니다.", "‘{parts}’ do not spell ‘{term}’.";
        SameTerm { term: String } => "‘{term}’: 같은 낱말입니다.", "‘{term}’ is the same term.";
        CorrectionCycle { term: String, into: String } => "‘{into}’ → ‘{term}’ 고침이 있어 거꾸로 고칠 수 없습니다. 먼저 그것을 되돌리세요 (dokpa fix list).", "‘{into}’ goes to ‘{term}’ by another correction, which must be undone first (dokpa fix list).";
        AlreadySo { what: String, english: String } => "이미 그렇습니다: {what}", "It is so already: {english}";
        NoCorrection { id: i64 } => "고침 {id}: 없거나 이미 되돌렸습니다. dokpa fix list로 보세요.", "There is no correction {id}, or it is undone; dokpa fix list shows them.";
        NothingToUndo => "되돌릴 고침이 없습니다.", "There is no correction to undo.";
        Dictionary { korean: String, english: String } => "{korean}", "{english}";
        BadSettings { detail: String } => "설정의 schedule이 맞지 않습니다: {detail}", "The schedule in the settings is wrong: {detail}";
        TooFewReviews { found: usize, needed: usize } => "하루 넘게 지나 답한 것이 아직 {found}개입니다. {needed}개부터 맞출 수 있습니다.", "There are {found} answers a day or more apart; fitting needs {needed}.";
        Fit { detail: String } => "매개변수를 맞추지 못했습니다: {detail}. 쓰던 것을 그대로 둡니다.", "The weights could not be fitted: {detail}. Those in use stay.";
        ParametersInSettings => "설정 파일에 schedule.parameters가 있어 맞춘 값이 쓰이지 않습니다. 먼저 그 줄을 지우세요.", "The settings file names schedule.parameters, which overrule what is fitted; remove that line first.";
        BadDays { text: String } => "‘{text}’: 날짜를 2026-12-24처럼, 이른 것부터 쓰세요.", "‘{text}’: write dates like 2026-12-24, the earlier one first.";
        BadRetention { text: String } => "‘{text}’: 0.70에서 0.97 사이의 수나 default를 쓰세요.", "‘{text}’: give a number from 0.70 to 0.97, or default.";
        Analyzer { detail: String } => "형태소 분석이 실패했습니다: {detail}. 이 글과 함께 알려 주세요.", "The analysis failed: {detail}. Please report it with this text.";

        StoreFolder { path: String, reason: String } => "{path}: 자료 폴더를 쓸 수 없습니다: {reason}. --data로 다른 폴더를 정하세요.", "{path}: cannot use the data folder: {reason}. Choose another with --data.";
        StoreLocked { path: String } => "{path}: 다른 프로그램이 쓰고 있습니다. 다른 dokpa를 닫고 다시 해 보세요.", "{path}: in use by another program; close the other dokpa and try again.";
        StoreDamaged { path: String } => "{path}: 자료가 손상되었습니다. 그대로 두었으니 사본으로 바꾸거나 --data로 새 폴더에서 시작하세요.", "{path}: the data is damaged. It was left as it is; put a copy in its place, or start anew elsewhere with --data.";
        StoreNewer { path: String, found: i64, known: i64 } => "{path}: 더 새로운 dokpa의 자료입니다 (판 {found}, 여기까지 {known}). dokpa를 새로 받으세요.", "{path}: the data is of a newer dokpa (version {found}, known up to {known}); update dokpa.";
        StoreReadOnly { path: String } => "{path}: 쓰기가 막혀 있습니다. 권한을 확인하세요.", "{path}: it is read-only; check the permissions.";
        StoreFull { path: String } => "{path}: 디스크가 가득 찼습니다. 자리를 비우고 다시 해 보세요. 아무것도 잃지 않았습니다.", "{path}: the disk is full; make room and try again. Nothing is lost.";
        Store { detail: String } => "저장하지 못했습니다: {detail}. 바뀐 것은 없습니다.", "It could not be stored: {detail}. Nothing was changed.";
    }
}

super::messages! {
    /// Why the system refused something.
    Reason {
        NoFolder => "그런 폴더가 없습니다", "there is no such folder";
        Denied => "권한이 없습니다", "no permission";
        Full => "디스크가 가득 찼습니다", "the disk is full";
    }
}
