-- Times are milliseconds since 1970-01-01T00:00:00Z, days are study days since 1970-01-01.
CREATE TABLE article (
    id          INTEGER PRIMARY KEY,
    fingerprint TEXT    NOT NULL UNIQUE,
    title       TEXT    NOT NULL,
    outlet      TEXT,
    reporter    TEXT,
    date        TEXT,
    copyright   TEXT,
    source      TEXT,
    text        TEXT    NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sentence (
    id        INTEGER PRIMARY KEY,
    article   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start     INTEGER NOT NULL,
    end       INTEGER NOT NULL,
    kind      TEXT    NOT NULL CHECK (kind IN ('body', 'headline')),
    text      TEXT    NOT NULL,
    UNIQUE (article, position)
) STRICT;

CREATE TABLE term (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL,
    pos   TEXT NOT NULL,
    kind  TEXT NOT NULL,
    term  TEXT NOT NULL,
    parts TEXT NOT NULL,
    UNIQUE (key, pos)
) STRICT;

CREATE TABLE article_term (
    article  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    term     INTEGER NOT NULL REFERENCES term (id),
    count    INTEGER NOT NULL,
    nested   INTEGER NOT NULL,
    in_title INTEGER NOT NULL,
    PRIMARY KEY (article, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_term_term ON article_term (term);

-- Bytes are of the sentence's text.
CREATE TABLE occurrence (
    id       INTEGER PRIMARY KEY,
    term     INTEGER NOT NULL REFERENCES term (id),
    sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL
) STRICT;
CREATE INDEX occurrence_term ON occurrence (term);
CREATE INDEX occurrence_sentence ON occurrence (sentence);

CREATE TABLE cloze (
    id       INTEGER PRIMARY KEY,
    term     INTEGER NOT NULL REFERENCES term (id),
    sentence INTEGER NOT NULL REFERENCES sentence (id),
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    score    REAL    NOT NULL
) STRICT;
CREATE INDEX cloze_term ON cloze (term);
CREATE INDEX cloze_sentence ON cloze (sentence);

CREATE TABLE deck (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE deck_article (
    deck    INTEGER NOT NULL REFERENCES deck (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (deck, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX deck_article_article ON deck_article (article);

CREATE TABLE card (
    term         INTEGER PRIMARY KEY REFERENCES term (id),
    state        TEXT    NOT NULL CHECK (state IN ('new', 'learning', 'review', 'relearning')),
    step         INTEGER NOT NULL,
    stability    REAL,
    difficulty   REAL,
    due_at       INTEGER,
    due_day      INTEGER,
    last_review  INTEGER,
    reps         INTEGER NOT NULL,
    lapses       INTEGER NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('active', 'suspended', 'known', 'ignored')),
    buried_until INTEGER
) STRICT;
CREATE INDEX card_due_day ON card (due_day) WHERE due_day IS NOT NULL;
CREATE INDEX card_due_at ON card (due_at) WHERE due_at IS NOT NULL;

-- Append-only: an answer that is taken back stays, and is named in review_undone.
CREATE TABLE review (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    term               INTEGER NOT NULL REFERENCES term (id),
    cloze              INTEGER NOT NULL REFERENCES cloze (id),
    at                 INTEGER NOT NULL,
    day                INTEGER NOT NULL,
    zone_minutes       INTEGER NOT NULL,
    mode               TEXT    NOT NULL,
    grade              INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    proposed           INTEGER CHECK (proposed BETWEEN 1 AND 4),
    typed              TEXT,
    verdict            TEXT,
    hints              INTEGER NOT NULL,
    duration_ms        INTEGER NOT NULL,
    interval_days      REAL    NOT NULL,
    before_state       TEXT    NOT NULL,
    before_step        INTEGER NOT NULL,
    before_stability   REAL,
    before_difficulty  REAL,
    before_due_at      INTEGER,
    before_due_day     INTEGER,
    before_last_review INTEGER,
    before_reps        INTEGER NOT NULL,
    before_lapses      INTEGER NOT NULL,
    after_state        TEXT    NOT NULL,
    after_stability    REAL,
    after_difficulty   REAL
) STRICT;
CREATE INDEX review_day ON review (day);
CREATE INDEX review_term ON review (term);
CREATE INDEX review_cloze ON review (cloze);

CREATE TABLE review_undone (
    review INTEGER PRIMARY KEY REFERENCES review (id),
    at     INTEGER NOT NULL
) STRICT;

CREATE TRIGGER review_is_not_changed BEFORE UPDATE ON review
BEGIN
    SELECT RAISE (ABORT, 'reviews are append-only');
END;

CREATE TRIGGER review_is_not_deleted BEFORE DELETE ON review
BEGIN
    SELECT RAISE (ABORT, 'reviews are append-only');
END;

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
