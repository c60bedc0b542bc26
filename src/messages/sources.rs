//! What is said of sources: files of all formats, addresses, feeds.

super::messages! {
    /// Why a source gave no article: what was wrong, where, and what to do.
    SourceFault {
        Empty { path: String } => "{path}: 비어 있습니다.", "{path}: it is empty.";
        Binary { path: String } => "{path}: 글이 아니라 이진 파일입니다.", "{path}: this is no text but a binary file.";
        NoEncoding { path: String } => "{path}: 글자 인코딩을 알 수 없습니다. UTF-8로 저장해 다시 들이세요.", "{path}: its encoding is not known; save it as UTF-8 and import it again.";
        NoKorean { path: String } => "{path}: 한국어 문장이 없습니다.", "{path}: there is no Korean in it.";
        TooLarge { path: String, megabytes: u64, limit: u64 } => "{path}: 너무 큽니다 ({megabytes} MB, 최대 {limit} MB). 나누어 들이거나 설정의 [limits] file_megabytes를 올리세요.", "{path}: too large ({megabytes} MB, at most {limit} MB); import it in pieces, or raise file_megabytes under [limits] in the settings.";
        FileSize { path: String, limit: u64 } => "{path}: 너무 큽니다 (최대 {limit} MB; 설정 [limits] file_megabytes).", "{path}: too large (at most {limit} MB; file_megabytes under [limits] in the settings).";
        TextSize { path: String, limit: u64 } => "{path}: 글이 너무 깁니다 (최대 {limit} MB; 설정 [limits] text_megabytes).", "{path}: its text is too long (at most {limit} MB; text_megabytes under [limits] in the settings).";
        Unpacked { path: String, limit: u64 } => "{path}: 압축을 풀면 너무 큽니다 (최대 {limit} MB; 설정 [limits] unpacked_megabytes).", "{path}: too large when unpacked (at most {limit} MB; unpacked_megabytes under [limits] in the settings).";
        Entries { path: String, limit: u64 } => "{path}: 압축 파일 속에 파일이 너무 많습니다 (최대 {limit}개; 설정 [limits] archive_entries).", "{path}: too many files in the archive (at most {limit}; archive_entries under [limits] in the settings).";
        Nesting { path: String, limit: u64 } => "{path}: 너무 깊이 겹쳐 있습니다 (최대 {limit}겹; 설정 [limits] nesting).", "{path}: nested too deeply (at most {limit} levels; nesting under [limits] in the settings).";
        Articles { path: String, limit: u64 } => "{path}: 글이 너무 많습니다 (최대 {limit}개; 설정 [limits] articles).", "{path}: too many articles (at most {limit}; articles under [limits] in the settings).";
        Pages { path: String, limit: u64 } => "{path}: 쪽이 너무 많습니다 (최대 {limit}쪽; 설정 [limits] pages).", "{path}: too many pages (at most {limit}; pages under [limits] in the settings).";
        Parsing { path: String, limit: u64 } => "{path}: {limit}초 안에 읽지 못했습니다 (설정 [limits] parse_seconds).", "{path}: could not be read within {limit} s (parse_seconds under [limits] in the settings).";
        Memory { path: String, limit: u64 } => "{path}: 읽는 데 메모리가 너무 많이 듭니다 (최대 {limit} MB; 설정 [limits] memory_megabytes).", "{path}: it takes too much memory to read (at most {limit} MB; memory_megabytes under [limits] in the settings).";
        FolderFiles { path: String, limit: u64 } => "{path}: 폴더에 파일이 너무 많습니다 (최대 {limit}개; 설정 [limits] folder_files).", "{path}: too many files in this folder (at most {limit}; folder_files under [limits] in the settings).";
        FolderDepth { path: String, limit: u64 } => "{path}: 폴더가 너무 깊습니다 (최대 {limit}겹; 설정 [limits] folder_depth).", "{path}: folders too deep (at most {limit}; folder_depth under [limits] in the settings).";
        EmptyFolder { path: String } => "{path}: 폴더에 읽을 수 있는 파일(.txt .md .html .epub .pdf .docx .odt .hwpx .srt .vtt)이 없습니다.", "{path}: there are no text files or other files to read (.txt .md .html .epub .pdf .docx .odt .hwpx .srt .vtt) in this folder.";

        Malformed { path: String } => "{path}: 파일이 손상되어 읽을 수 없습니다. 다시 받거나 다른 형식으로 저장해 보세요.", "{path}: it is damaged and cannot be read; get it again, or save it in another format.";
        OtherArchive { path: String } => "{path}: 압축 파일이지만 EPUB, DOCX, ODT, HWPX가 아닙니다. 풀어서 들이세요.", "{path}: an archive, but no EPUB, DOCX, ODT or HWPX; unpack it and import what is in it.";
        OtherXml { path: String } => "{path}: XML이지만 아는 형식(XHTML, RSS, Atom)이 아닙니다.", "{path}: XML, but of no known kind (XHTML, RSS, Atom).";
        OldHangul { path: String } => "{path}: 옛 HWP 형식입니다. 한글에서 HWPX나 PDF로 저장해 다시 들이세요.", "{path}: the old HWP format; save it as HWPX or PDF and import that.";
        OldOffice { path: String } => "{path}: 옛 오피스 형식입니다. DOCX로 저장해 다시 들이세요.", "{path}: an old office format; save it as DOCX and import that.";
        Encrypted { path: String } => "{path}: 암호로 잠겨 있습니다. 암호를 풀어 저장한 뒤 다시 들이세요.", "{path}: it is locked with a password; save it without one and import it again.";
        Locked { path: String } => "{path}: DRM이 걸린 책이라 읽을 수 없습니다.", "{path}: a book with DRM, which cannot be read.";
        Scanned { path: String } => "{path}: 스캔한 PDF라 글자가 없습니다. 문자 인식(OCR)을 거친 뒤 다시 들이세요.", "{path}: a scanned PDF without text; run it through text recognition (OCR) and import it again.";
        Shapes { path: String } => "{path}: 이 PDF의 글꼴에는 글자 정보가 없어 모양만 있습니다. 문자 인식(OCR)을 거친 뒤 다시 들이세요.", "{path}: the fonts of this PDF hold only shapes and no characters; run it through text recognition (OCR) and import it again.";
        Entities { path: String } => "{path}: 스스로 정한 엔티티가 있는 XML은 읽지 않습니다.", "{path}: XML that defines entities of its own is not read.";
        NeedsScripts { path: String } => "{path}: 스크립트를 실행해야 글이 나타나는 쪽입니다. 브라우저에서 열어 글을 복사하거나 저장해 들이세요.", "{path}: this page shows its text by scripts; open it in a browser and import what you copy or save there.";
        NoArticle { path: String } => "{path}: 이 쪽에서 기사를 찾지 못했습니다. 기사 하나의 주소나 파일을 쓰세요.", "{path}: there is no article on this page; give the address or file of one article.";
        OnlyLinks { path: String } => "{path}: 피드에 글 없이 주소만 있습니다. dokpa feed add로 더하세요.", "{path}: this feed has no texts, only addresses; add it with dokpa feed add.";

        BadAddress { path: String } => "{path}: 주소가 아닙니다.", "{path}: this is no address.";
        UnknownHost { path: String } => "{path}: 그런 서버를 찾을 수 없습니다. 주소와 인터넷 연결을 확인하세요.", "{path}: there is no such server; check the address and the connection.";
        NoConnection { path: String } => "{path}: 서버에 연결할 수 없습니다.", "{path}: no connection to the server.";
        Private { path: String } => "{path}: 이 컴퓨터나 내부 네트워크의 주소라 열지 않습니다 (설정 [limits] private_addresses).", "{path}: it leads into this machine or its own network and is not opened (private_addresses under [limits] in the settings).";
        NotFound { path: String } => "{path}: 그런 쪽이 없습니다 (404).", "{path}: there is no such page (404).";
        Forbidden { path: String, code: u16 } => "{path}: 서버가 거절했습니다 ({code}). 브라우저에서 열어 글을 복사하거나 저장해 들이세요.", "{path}: the server refused ({code}); open it in a browser and import what you copy or save there.";
        Status { path: String, code: u16 } => "{path}: 서버에 문제가 있습니다 ({code}). 나중에 다시 해 보세요.", "{path}: the server has trouble ({code}); try again later.";
        Redirects { path: String, limit: u32 } => "{path}: 다른 주소로 계속 넘깁니다 (최대 {limit}번; 설정 [limits] redirects).", "{path}: it sends on and on to other addresses (at most {limit} times; redirects under [limits] in the settings).";
        Slow { path: String, seconds: u64 } => "{path}: 서버가 {seconds}초 안에 답하지 않았습니다 (설정 [limits] fetch_seconds, connect_seconds).", "{path}: the server did not answer within {seconds} s (fetch_seconds and connect_seconds under [limits] in the settings).";
        Broken { path: String } => "{path}: 연결이 끊겼습니다. 다시 해 보세요.", "{path}: the connection broke off; try again.";
        Insecure { path: String } => "{path}: 안전한 연결을 맺을 수 없습니다 (인증서).", "{path}: no secure connection is possible (certificate).";

        NoClipboard => "클립보드에 닿지 않습니다 (wl-paste, xclip, xsel, tmux가 없음). 터미널의 붙여 넣기 키(Ctrl+Shift+V, ⌘V)로 ‘글 들이기’ 화면에 붙여 넣거나, 파일로 저장해 들이세요.", "No clipboard can be reached (none of wl-paste, xclip, xsel, tmux answers); paste with the terminal's own key (Ctrl+Shift+V, ⌘V) into the import screen, or import a file.";
        EmptyClipboard => "클립보드에 글이 없습니다. 기사의 글이나 주소를 복사한 뒤 다시 하세요.", "There is no text in the clipboard; copy an article's text or address first.";
        SlowClipboard { program: String, seconds: u64 } => "클립보드: {program}이(가) {seconds}초 안에 답하지 않았습니다 (설정 [limits] clipboard_seconds). 터미널의 붙여 넣기 키를 쓰세요.", "The clipboard: {program} did not answer within {seconds} s (clipboard_seconds under [limits] in the settings); paste with the terminal's own key.";
        NoFeed { path: String } => "{path}: 피드(RSS, Atom)가 아니고 피드로 가는 길도 없습니다.", "{path}: this is no feed (RSS, Atom), nor does it lead to one.";
        KnownFeed { path: String } => "{path}: 이미 있는 피드입니다.", "{path}: this feed is there already.";
        UnknownFeed { name: String } => "‘{name}’: 그런 피드가 없습니다. dokpa feed list로 보세요.", "There is no feed ‘{name}’; dokpa feed list shows them.";
        NoFeeds => "피드가 없습니다. dokpa feed add 주소로 더하세요.", "There are no feeds; add one with dokpa feed add URL.";
        UnknownEntry { id: String } => "‘{id}’: 고를 수 있는 번호가 아닙니다. dokpa feed update로 보세요.", "‘{id}’ is no number to choose; dokpa feed update lists them.";
    }
}

super::messages! {
    /// What a reader should know about a source that was read.
    SourceNote {
        Broken { count: usize, encoding: String } => "깨진 글자가 {count}곳 있습니다 ({encoding}로 읽음).", "{count} places are broken (read as {encoding}).";
        Dropped { count: usize } => "화면에 쓸 수 없는 글자 {count}개를 뺐습니다.", "{count} characters that no screen can show were left out.";
        PagesWithoutText { count: usize } => "{count}쪽은 그림이라 읽지 못했습니다.", "{count} pages are pictures and were not read.";
        Skipped { count: usize } => "너무 짧은 {count}개는 들이지 않았습니다.", "{count} that are too short were not taken.";
        FeedAdded { title: String, entries: usize } => "피드 ‘{title}’ 추가: 글 {entries}개. dokpa feed update로 고르세요.", "added the feed ‘{title}’ with {entries} entries; choose with dokpa feed update.";
        FeedRemoved { title: String } => "피드 ‘{title}’ 삭제. 들인 글은 그대로 있습니다.", "removed the feed ‘{title}’; what was imported stays.";
        EntryCost { percent: f64, level: u8, new: usize, days: usize } => "아는 낱말 {percent:.0}% · 난이도 {level}/6 · 새 낱말 {new}개 ({days}일)", "{percent:.0} % known · level {level} of 6 · {new} new terms ({days} days)";
        EntryKnown => "이미 있는 글", "here already";
        EntryNotAsked => "아직 알아보지 않음 (설정 [limits] feed_articles, feed_seconds)", "not looked at (feed_articles, feed_seconds under [limits] in the settings)";
        Weighing => "글 알아보는 중", "reading the articles";
        NothingNew => "새 글이 없습니다.", "There is nothing new.";
        HowToChoose => "고르기: dokpa feed update --import 번호,번호 (또는 all)", "choose: dokpa feed update --import N,N (or all)";
    }
}

impl From<SourceFault> for super::Fault {
    fn from(fault: SourceFault) -> Self {
        Self::Source { korean: fault.text(super::Lang::Ko), english: fault.text(super::Lang::En) }
    }
}
