//! What `--help` says.

super::messages! {
    /// Help of a command or an argument.
    Usage {
        About => "터미널에서 한국어 경제 기사를 읽고 그 낱말을 내 것으로 만듭니다.", "Read Korean business news in the terminal and keep its vocabulary.";
        Footer => "명령 없이 실행하면 첫 화면이 열립니다. DOKPA_DATA는 자료 폴더를, DOKPA_NOW는 시각을 정합니다.", "Without a command the home screen opens. DOKPA_DATA sets the data folder, DOKPA_NOW pins the clock.";
        Import => "기사를 덱에 들입니다", "Import articles into a deck";
        Decks => "덱 목록", "List the decks";
        Words => "덱의 낱말을 중요한 순서로 보입니다", "List the terms of a deck, best first";
        Fix => "낱말을 바로잡습니다", "Correct what is taken for a word";
        FixJoin => "나란히 선 말을 한 낱말로 잇습니다", "Take words that stand side by side for one term";
        FixSplit => "한 낱말로 잡힌 것을 나눕니다", "Take a term apart";
        FixLemma => "기본형을 고칩니다", "Correct a dictionary form";
        FixMerge => "두 낱말을 하나로 합칩니다", "Make one term of two";
        FixName => "이름으로 옮깁니다 (묻지 않음)", "Put it on the shelf of names, never asked";
        FixTerm => "이름이 아니라 낱말로 되돌립니다", "Take it off the shelf of names";
        FixIgnore => "더는 묻지 않습니다", "Never offer it";
        FixUnignore => "다시 묻습니다", "Offer it again";
        FixList => "지금까지 바로잡은 것", "List the corrections";
        FixUndo => "바로잡은 것을 되돌립니다 (번호가 없으면 마지막 것)", "Undo a correction, the last one without a number";
        FixPos => "옳은 품사: noun, verb, adjective, adverb", "Right part of speech: noun, verb, adjective, adverb";
        FixId => "목록에 나오는 번호", "Number from the list";
        Parts => "차례로 쓴 낱말들", "The words in their order";
        Target => "옳은 낱말", "The right term";
        Clozes => "덱이 물을 수 있는 빈칸 문제", "List the questions a deck can ask";
        Study => "공부합니다", "Study";
        Analyze => "형태소를 분석합니다", "Print the morphemes of a text";
        Sentences => "글을 문장으로 나눕니다", "Split a text into sentences";
        Dict => "사전", "Dictionaries";
        Lookup => "낱말을 사전에서 찾습니다", "Look a word up";
        Export => "덱을 파일로 내보냅니다 (.toml)", "Write a deck to a file (.toml)";
        Completions => "셸 자동 완성 스크립트", "Print a shell's completion script";
        Man => "설명서(man) 쪽을 출력합니다", "Print the manual page";
        Data => "자료 폴더", "Folder of the data";
        Config => "설정 파일", "Settings file";
        Language => "화면 말", "Language of the interface";
        Color => "색: auto, always, never", "Colour: auto, always, never";
        Quiet => "꼭 필요한 것만 출력", "Print only what is needed";
        Verbose => "자료 파일의 자리도 알림", "Also say where the data is";
        Sources => "파일이나 폴더, 표준 입력은 -", "Files or folders; - for standard input";
        Deck => "덱 이름", "Name of a deck";
        Json => "한 줄에 JSON 하나씩", "JSON, one object a line";
        Top => "처음 N개만", "Only the first N";
        Mode => "auto(카드에 따라), reveal(떠올리기), choice(고르기), type(쓰기)", "auto (by the card), reveal, choice or type";
        Practice => "연습: 복습 날짜를 바꾸지 않습니다", "Practice: moves no dates";
        PracticeArticle => "한 글의 낱말만 연습합니다 (번호나 제목)", "Practise the terms of one article, by number or title";
        PracticeMistakes => "오늘 틀린 것만 연습합니다", "Practise today's mistakes";
        PracticeConfusables => "서로 헷갈린 낱말을 번갈아 연습합니다", "Practise terms that were mixed up, against each other";
        Limit => "이번에 물을 문제 수", "Questions of this session";
        New => "오늘 새로 배울 낱말 수", "New terms today";
        Plain => "화면 없이 줄 단위로 (화면 낭독기용)", "In plain lines, for screen readers";
        Jsonl => "프로그램용: JSON으로 묻고 답합니다", "For programs: questions and answers as JSON lines";
        File => "파일, 표준 입력은 -", "File; - for standard input";
        Raw => "아무것도 버리지 않고 나누기만 합니다", "Only split, drop nothing";
        Word => "낱말", "Word";
        Shell => "셸 이름", "Name of the shell";
    }
}
