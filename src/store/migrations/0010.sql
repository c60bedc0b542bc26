-- Archived decks are left out of the home screen and of the study of all.
ALTER TABLE deck ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

CREATE VIEW open_deck AS SELECT id FROM deck WHERE NOT archived;

-- What can be asked: an article that stands in no deck any more is not.
CREATE VIEW askable AS
SELECT cloze.*
FROM cloze
JOIN sentence ON sentence.id = cloze.sentence
WHERE NOT cloze.retired AND EXISTS (SELECT 1 FROM deck_article WHERE deck_article.article = sentence.article);

-- What was done with decks. Append-only, as corrections are: undo strikes a step out and erases nothing.
CREATE TABLE deck_change (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT    NOT NULL,
    payload TEXT    NOT NULL, -- what was asked for, as JSON
    edits   TEXT    NOT NULL, -- what it did to each deck, as JSON: turned round it is the undo
    at      INTEGER NOT NULL
) STRICT;

-- The decks that a step touched. Also tells which ids were given, so that a deck that is gone keeps its own.
CREATE TABLE deck_touched (
    change INTEGER NOT NULL REFERENCES deck_change (id),
    deck   INTEGER NOT NULL,
    PRIMARY KEY (change, deck)
) STRICT, WITHOUT ROWID;
CREATE INDEX deck_touched_by_deck ON deck_touched (deck);

CREATE TABLE deck_change_undone (
    change INTEGER PRIMARY KEY REFERENCES deck_change (id),
    at     INTEGER NOT NULL
) STRICT;

CREATE VIEW standing_deck_change AS
SELECT *
FROM deck_change
WHERE NOT EXISTS (SELECT 1 FROM deck_change_undone WHERE deck_change_undone.change = deck_change.id);

CREATE TRIGGER deck_change_is_never_changed BEFORE UPDATE ON deck_change
BEGIN SELECT RAISE(ABORT, 'what was done with decks is append-only'); END;

CREATE TRIGGER deck_change_is_never_deleted BEFORE DELETE ON deck_change
BEGIN SELECT RAISE(ABORT, 'what was done with decks is append-only'); END;

CREATE TRIGGER deck_touched_is_never_changed BEFORE UPDATE ON deck_touched
BEGIN SELECT RAISE(ABORT, 'what was done with decks is append-only'); END;

CREATE TRIGGER deck_touched_is_never_deleted BEFORE DELETE ON deck_touched
BEGIN SELECT RAISE(ABORT, 'what was done with decks is append-only'); END;

CREATE TRIGGER deck_change_undone_is_never_changed BEFORE UPDATE ON deck_change_undone
BEGIN SELECT RAISE(ABORT, 'what was done with decks is append-only'); END;

CREATE TRIGGER deck_change_undone_is_never_deleted BEFORE DELETE ON deck_change_undone
BEGIN SELECT RAISE(ABORT, 'what was done with decks is append-only'); END;

-- What an article's text is like, for finding other copies of it: see `article::likeness`. Articles that were stored
-- before have no row until the next import. An update moves sentences that are gone to negative positions: their answers
-- refer to them.
CREATE TABLE likeness (
    article  INTEGER PRIMARY KEY REFERENCES article (id),
    shingles INTEGER NOT NULL,
    hashes   BLOB    NOT NULL -- four bytes each, the lowest first
) STRICT;
