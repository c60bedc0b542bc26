-- Moments are milliseconds since 1970-01-01T00:00Z, days are study days since 1970-01-01, start and end are bytes.
-- Released migrations are never edited: a change is a new file.

PRAGMA application_id = 1685023600; -- "dokp": another program's file is not taken for ours

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
    article   INTEGER NOT NULL REFERENCES article (id),
    position  INTEGER NOT NULL,
    start     INTEGER NOT NULL,
    end       INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    paragraph INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    UNIQUE (article, position)
) STRICT;

CREATE TABLE term (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL,
    pos   TEXT NOT NULL,
    kind  TEXT NOT NULL,
    term  TEXT NOT NULL,
    parts TEXT NOT NULL, -- a JSON list
    UNIQUE (key, pos)
) STRICT;

CREATE TABLE article_term (
    article  INTEGER NOT NULL REFERENCES article (id),
    term     INTEGER NOT NULL REFERENCES term (id),
    count    INTEGER NOT NULL,
    nested   INTEGER NOT NULL,
    in_title INTEGER NOT NULL,
    PRIMARY KEY (article, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_term_by_term ON article_term (term);

-- Ids grow in the order of reading: by them the store knows what was met first.
CREATE TABLE occurrence (
    id       INTEGER PRIMARY KEY,
    term     INTEGER NOT NULL REFERENCES term (id),
    sentence INTEGER NOT NULL REFERENCES sentence (id),
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL
) STRICT;
CREATE INDEX occurrence_by_term ON occurrence (term);
CREATE INDEX occurrence_by_sentence ON occurrence (sentence);

CREATE TABLE cloze (
    id       INTEGER PRIMARY KEY,
    term     INTEGER NOT NULL REFERENCES term (id),
    sentence INTEGER NOT NULL REFERENCES sentence (id),
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    score    REAL    NOT NULL
) STRICT;
CREATE INDEX cloze_by_term ON cloze (term);
CREATE INDEX cloze_by_sentence ON cloze (sentence);

CREATE TABLE deck (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE deck_article (
    deck    INTEGER NOT NULL REFERENCES deck (id),
    article INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (deck, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX deck_article_by_article ON deck_article (article);

-- One a term; names have none.
CREATE TABLE card (
    term           INTEGER PRIMARY KEY REFERENCES term (id),
    state          TEXT    NOT NULL,
    step           INTEGER NOT NULL,
    stability      REAL,
    difficulty     REAL,
    due_at         INTEGER,
    due_day        INTEGER,
    last_review_at INTEGER,
    reps           INTEGER NOT NULL,
    lapses         INTEGER NOT NULL,
    status         TEXT    NOT NULL,
    buried_until   INTEGER,
    CHECK ((stability IS NULL) = (difficulty IS NULL)),
    CHECK (due_at IS NULL OR due_day IS NULL)
) STRICT;
CREATE INDEX card_by_state ON card (status, state);
CREATE INDEX card_by_due_at ON card (status, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX card_by_due_day ON card (status, due_day) WHERE due_day IS NOT NULL;

-- Append-only. What the card was before and after is kept whole, so that any model can be fitted later.
CREATE TABLE review (
    id                    INTEGER PRIMARY KEY AUTOINCREMENT,
    term                  INTEGER NOT NULL REFERENCES term (id),
    cloze                 INTEGER NOT NULL REFERENCES cloze (id),
    at                    INTEGER NOT NULL,
    day                   INTEGER NOT NULL,
    zone_minutes          INTEGER NOT NULL,
    mode                  TEXT    NOT NULL,
    grade                 INTEGER NOT NULL,
    proposed              INTEGER,
    typed                 TEXT,
    verdict               TEXT,
    hints                 INTEGER NOT NULL,
    duration_ms           INTEGER NOT NULL,
    interval_days         REAL    NOT NULL,
    before_state          TEXT    NOT NULL,
    before_step           INTEGER NOT NULL,
    before_stability      REAL,
    before_difficulty     REAL,
    before_due_at         INTEGER,
    before_due_day        INTEGER,
    before_last_review_at INTEGER,
    before_reps           INTEGER NOT NULL,
    before_lapses         INTEGER NOT NULL,
    before_status         TEXT    NOT NULL,
    before_buried_until   INTEGER,
    after_state           TEXT    NOT NULL,
    after_step            INTEGER NOT NULL,
    after_stability       REAL,
    after_difficulty      REAL,
    after_due_at          INTEGER,
    after_due_day         INTEGER,
    after_reps            INTEGER NOT NULL,
    after_lapses          INTEGER NOT NULL
) STRICT;
CREATE INDEX review_by_term ON review (term);
CREATE INDEX review_by_cloze ON review (cloze);
CREATE INDEX review_by_day ON review (day);

-- Undo strikes a review out; it erases nothing.
CREATE TABLE review_undone (
    review INTEGER PRIMARY KEY REFERENCES review (id),
    at     INTEGER NOT NULL
) STRICT;

CREATE VIEW standing AS
SELECT * FROM review WHERE NOT EXISTS (SELECT 1 FROM review_undone WHERE review_undone.review = review.id);

CREATE TRIGGER review_is_never_changed BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER review_is_never_deleted BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER review_undone_is_never_changed BEFORE UPDATE ON review_undone
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER review_undone_is_never_deleted BEFORE DELETE ON review_undone
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
