//! Dictionaries that are brought in: what is wrong with one, and what was done.

super::messages! {
    /// Why a file was not brought in, or a dictionary not found.
    DictionaryFault {
        Empty { path: String } => "{path}: 비어 있습니다.", "{path}: it is empty.";
        Unknown { path: String } => "{path}: 아는 사전 형식이 아닙니다 (KRDict XML·JSON, Yomitan, kaikki JSONL, kengdic, StarDict .ifo, TSV·CSV).", "{path}: no dictionary format that dokpa knows (KRDict XML or JSON, Yomitan, kaikki JSONL, kengdic, StarDict .ifo, TSV or CSV).";
        NotUtf8 { path: String, offset: u64 } => "{path}: UTF-8이 아닙니다 ({offset}번째 바이트). UTF-8로 저장해 다시 해 보세요.", "{path}: not UTF-8 (at byte {offset}); save it as UTF-8 and try again.";
        Cp949 { path: String, offset: u64 } => "{path}: UTF-8이 아니라 CP949(EUC-KR)로 보입니다 ({offset}번째 바이트). UTF-8로 저장해 다시 해 보세요.", "{path}: not UTF-8 but CP949 (EUC-KR), it seems (at byte {offset}); save it as UTF-8 and try again.";
        Utf16 { path: String } => "{path}: UTF-16입니다. UTF-8로 저장해 다시 해 보세요.", "{path}: it is UTF-16; save it as UTF-8 and try again.";
        Archive { place: String, detail: String } => "{place}: 압축 파일이 깨졌습니다 ({detail}). 다시 내려받으세요. 아무것도 들이지 않았습니다.", "{place}: the archive is broken ({detail}); download it again. Nothing was added.";
        PathTrick { path: String, name: String } => "{path}: ‘{name}’처럼 밖을 가리키는 이름이 있어 열지 않았습니다.", "{path}: it holds a name that leads out of it, ‘{name}’, and was not opened.";
        Encrypted { path: String, name: String } => "{path}: ‘{name}’에 암호가 걸려 있습니다. 풀어서 다시 해 보세요.", "{path}: ‘{name}’ is encrypted; unpack it and try again.";
        Truncated { place: String } => "{place}: 파일이 여기서 끊겼습니다. 다시 내려받으세요. 아무것도 들이지 않았습니다.", "{place}: the file is cut off here; download it again. Nothing was added.";
        Syntax { place: String, detail: String } => "{place}: 읽을 수 없습니다: {detail}. 아무것도 들이지 않았습니다.", "{place}: cannot be read: {detail}. Nothing was added.";
        Version { path: String, found: i64 } => "{path}: Yomitan 형식 {found}입니다. 형식 3만 읽을 수 있습니다.", "{path}: Yomitan format {found}; only format 3 can be read.";
        MissingPart { path: String, ending: String } => "{path}: 같은 이름의 {ending} 파일이 곁에 없습니다.", "{path}: the file with the same name and the ending {ending} is not beside it.";
        NoKorean { path: String } => "{path}: 한국어 낱말이 없는 사전입니다.", "{path}: there is no Korean word in this dictionary.";
        Nothing { path: String } => "{path}: 낱말이 하나도 없습니다.", "{path}: there is no entry in it.";
        NothingGood { place: String, problem: String } => "{place}: 쓸 수 있는 낱말이 하나도 없습니다. 첫째 문제: {problem}", "{place}: no entry of it can be used; the first problem: {problem}";
        Stopped { path: String } => "{path}: 그만두었습니다. 아무것도 들이지 않았습니다.", "{path}: stopped. Nothing was added.";
        NoFile { path: String } => "{path}: 파일이 아닙니다. 사전 파일 하나를 말해 주세요.", "{path}: this is no file; name one dictionary file.";

        Unpacked { place: String, limit: u64 } => "{place}: 풀면 너무 큽니다 (최대 {limit}바이트).", "{place}: it unpacks to too much (at most {limit} bytes).";
        Ratio { place: String, limit: u64 } => "{place}: 크기의 {limit}배가 넘게 풀립니다. 사전이 아니라 압축 폭탄으로 보입니다.", "{place}: it unpacks to more than {limit} times its size, as no dictionary does (a zip bomb?).";
        Record { place: String, limit: u64 } => "{place}: 한 항목이 너무 깁니다 (최대 {limit}바이트).", "{place}: one record of it is too long (at most {limit} bytes).";
        Members { place: String, limit: u64 } => "{place}: 압축 파일 안에 파일이 너무 많습니다 (최대 {limit}개).", "{place}: too many files in the archive (at most {limit}).";
        Entries { place: String, limit: u64 } => "{place}: 낱말이 너무 많습니다 (최대 {limit}개).", "{place}: too many entries (at most {limit}).";
        InMemory { place: String, limit: u64 } => "{place}: 압축된 본문이 너무 큽니다 (최대 {limit}바이트). .dict.dz를 풀어 .dict로 두세요.", "{place}: its packed texts are too large (at most {limit} bytes); unpack .dict.dz to .dict.";
        Description { place: String, limit: u64 } => "{place}: 설명 파일이 너무 큽니다 (최대 {limit}바이트).", "{place}: its description is too long (at most {limit} bytes).";

        Same { path: String, name: String } => "{path}: 이미 있는 사전입니다 (‘{name}’).", "{path}: this dictionary is here already (‘{name}’).";
        NameTaken { path: String, name: String } => "{path}: ‘{name}’ 사전이 이미 있습니다. 새 판으로 바꾸려면 --replace, 둘 다 두려면 --name 다른이름을 쓰세요.", "{path}: there is a dictionary ‘{name}’ already; put this one in its place with --replace, or keep both with --name OTHER.";
        NoDictionary { name: String } => "‘{name}’ 사전이 없습니다. dokpa dict list로 이름을 보세요.", "There is no dictionary ‘{name}’; dokpa dict list shows them.";
        NoSense { word: String, count: usize } => "‘{word}’의 뜻은 {count}개입니다. dokpa dict lookup으로 보세요.", "‘{word}’ has {count} senses; dokpa dict lookup shows them.";
    }
}

super::messages! {
    /// Where in a file something stands.
    Where {
        Line { file: String, number: u64 } => "{file}, {number}번째 줄", "{file}, line {number}";
        Record { file: String, number: u64 } => "{file}, {number}번째 항목", "{file}, record {number}";
        Byte { file: String, number: u64 } => "{file}, {number}번째 바이트", "{file}, byte {number}";
    }
}

super::messages! {
    /// Why a record was left out.
    RecordProblem {
        NoWord => "낱말이 없음", "no headword";
        NoGloss => "뜻이 없음", "no gloss";
        NotKorean => "한국어가 아님", "not Korean";
        NotUtf8 => "UTF-8이 아님", "not UTF-8";
        NotJson => "JSON이 아님", "no JSON";
        Shape => "형식에 맞지 않음", "not built as the format has it";
        LongWord => "낱말이 너무 김", "the headword is too long";
        Repeated => "되풀이됨", "seen before";
    }
}

super::messages! {
    /// What was done.
    DictionaryLine {
        Added { name: String, entries: usize, licence: String } => "‘{name}’: 낱말 {entries}개를 들였습니다. 이용 허락: {licence}", "‘{name}’: {entries} entries added. Licence: {licence}";
        AddedFrequencies { count: usize } => "빈도 {count}개", "{count} frequencies";
        Skipped { count: usize } => "쓸 수 없는 항목 {count}개를 건너뛰었습니다:", "{count} records that cannot be used were left out:";
        SkippedAt { place: String, problem: String } => "  {place}: {problem}", "  {place}: {problem}";
        NoLicence => "밝히지 않음", "not stated";
        Row { place: usize, name: String, entries: usize, format: String, licence: String } => "{place}. {name}: 낱말 {entries}개 ({format}), {licence}", "{place}. {name}: {entries} entries ({format}), {licence}";
        None => "들인 사전이 없습니다. dokpa dict add 파일로 들이세요.", "No dictionaries were added yet; dokpa dict add FILE adds one.";
        Removed { name: String } => "‘{name}’ 사전을 뺐습니다.", "The dictionary ‘{name}’ was removed.";
        Ordered { name: String, place: usize } => "‘{name}’: {place}번째로 찾습니다.", "‘{name}’ is asked in place {place}.";
        GlossSet { word: String, gloss: String } => "{word}: {gloss}", "{word}: {gloss}";
        GlossCleared { word: String } => "{word}: 내 뜻을 지웠습니다.", "{word}: your gloss was taken back.";
        Chosen { word: String, gloss: String, source: String } => "{word}: {gloss} ({source})", "{word}: {gloss} ({source})";
        Adding => "사전을 들이는 중", "adding";
    }
}
