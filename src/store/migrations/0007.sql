-- What stood on an article's page and is no part of its text: a line each, as it was found.
ALTER TABLE article ADD COLUMN removed TEXT NOT NULL DEFAULT '';

-- Addresses that are asked for new articles.
CREATE TABLE feed (
    id         INTEGER PRIMARY KEY,
    address    TEXT    NOT NULL UNIQUE,
    title      TEXT    NOT NULL,
    added_at   INTEGER NOT NULL,
    updated_at INTEGER -- when it was read last
) STRICT;

-- What a feed has listed. Ids grow in the order in which entries were met; a learner chooses by them.
CREATE TABLE feed_entry (
    id          INTEGER PRIMARY KEY,
    feed        INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    key         TEXT    NOT NULL, -- what the feed knows it by
    title       TEXT    NOT NULL,
    address     TEXT    NOT NULL,
    date        TEXT,
    shown_at    INTEGER,          -- when the learner was shown it; never before that
    imported_at INTEGER,
    UNIQUE (feed, key)
) STRICT;
