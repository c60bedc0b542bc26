-- Dictionaries that the learner brought in. They are copies of files that the learner has, so that, unlike all else here,
-- they are deleted when they are removed.
CREATE TABLE dictionary (
    id          INTEGER PRIMARY KEY,
    name        TEXT    NOT NULL UNIQUE,
    licence     TEXT,
    format      TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL UNIQUE, -- of the file's bytes
    priority    INTEGER NOT NULL,        -- from 1, the smallest speaks first
    language    TEXT,
    entries     INTEGER NOT NULL,
    skipped     INTEGER NOT NULL,
    added_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE entry (
    id            INTEGER PRIMARY KEY,
    dictionary    INTEGER NOT NULL REFERENCES dictionary (id) ON DELETE CASCADE,
    key           TEXT    NOT NULL, -- as a term's: without spaces, in small letters
    chosung       TEXT    NOT NULL, -- its initial consonants
    word          TEXT    NOT NULL,
    hanja         TEXT,
    pos           TEXT,             -- the house lexicon's codes
    level         INTEGER,
    pronunciation TEXT
) STRICT;
CREATE INDEX entry_by_key ON entry (key);
CREATE INDEX entry_by_chosung ON entry (chosung);
CREATE INDEX entry_by_dictionary ON entry (dictionary);

CREATE TABLE sense (
    id         INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    gloss      TEXT    NOT NULL,
    definition TEXT,
    example    TEXT
) STRICT;
CREATE INDEX sense_by_entry ON sense (entry);

-- English search. Its rows are those of `sense`; the text itself is kept there only. "to advance" stands as "advance", so
-- that what begins with a word is found by its first word.
CREATE VIRTUAL TABLE sense_text USING fts5 (
    gloss, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER sense_is_found AFTER INSERT ON sense
BEGIN
    INSERT INTO sense_text (rowid, gloss) VALUES (new.id, CASE
        WHEN new.gloss LIKE 'to %' THEN substr(new.gloss, 4)
        WHEN new.gloss LIKE 'a %' THEN substr(new.gloss, 3)
        WHEN new.gloss LIKE 'an %' THEN substr(new.gloss, 4)
        WHEN new.gloss LIKE 'the %' THEN substr(new.gloss, 5)
        ELSE new.gloss
    END);
END;

CREATE TRIGGER sense_is_found_no_more AFTER DELETE ON sense
BEGIN DELETE FROM sense_text WHERE rowid = old.id; END;

CREATE TABLE frequency (
    dictionary INTEGER NOT NULL REFERENCES dictionary (id) ON DELETE CASCADE,
    key        TEXT    NOT NULL,
    rank       REAL    NOT NULL, -- smaller is more frequent, inside one dictionary
    shown      TEXT    NOT NULL
) STRICT;
CREATE INDEX frequency_by_key ON frequency (key);
CREATE INDEX frequency_by_dictionary ON frequency (dictionary);

-- The learner's own words for a term.
CREATE TABLE own_gloss (
    key   TEXT    NOT NULL,
    pos   TEXT    NOT NULL,
    gloss TEXT    NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (key, pos)
) STRICT, WITHOUT ROWID;

-- Which of several senses the learner means by a term. By what it says and not by its row, so that the choice outlives
-- a newer version of the dictionary.
CREATE TABLE chosen (
    key    TEXT    NOT NULL,
    pos    TEXT    NOT NULL,
    source TEXT    NOT NULL, -- a layer's name, or 'dictionary:' and the dictionary's
    hanja  TEXT,
    gloss  TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (key, pos)
) STRICT, WITHOUT ROWID;
