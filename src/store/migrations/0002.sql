-- What the learner decided about words. Append-only, as reviews are: undo strikes a correction out and erases nothing.
CREATE TABLE correction (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT    NOT NULL,
    payload TEXT    NOT NULL, -- the whole correction as JSON
    at      INTEGER NOT NULL
) STRICT;

CREATE TABLE correction_undone (
    correction INTEGER PRIMARY KEY REFERENCES correction (id),
    at         INTEGER NOT NULL
) STRICT;

CREATE VIEW standing_correction AS
SELECT *
FROM correction
WHERE NOT EXISTS (SELECT 1 FROM correction_undone WHERE correction_undone.correction = correction.id);

CREATE TRIGGER correction_is_never_changed BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TRIGGER correction_undone_is_never_changed BEFORE UPDATE ON correction_undone
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

CREATE TRIGGER correction_undone_is_never_deleted BEFORE DELETE ON correction_undone
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END;

-- How each article has a term, so that the term can be told anew when one of its articles is read anew. Articles that
-- were stored before take what all of them came to.
ALTER TABLE article_term ADD COLUMN kind TEXT;
ALTER TABLE article_term ADD COLUMN shown TEXT;
ALTER TABLE article_term ADD COLUMN parts TEXT;
UPDATE article_term SET
    kind = (SELECT kind FROM term WHERE id = article_term.term),
    shown = (SELECT term FROM term WHERE id = article_term.term),
    parts = (SELECT parts FROM term WHERE id = article_term.term);

-- Reviews refer to clozes. One that is asked no more is retired, and comes back when the correction is undone.
ALTER TABLE cloze ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;

-- Terms that a correction made one with another (re-lemma, merge): the row with more answers goes under the other's
-- key, so that card and reviews stay whole. Here stands the key that the row has of itself.
CREATE TABLE moved (
    term INTEGER PRIMARY KEY REFERENCES term (id),
    key  TEXT NOT NULL,
    pos  TEXT NOT NULL
) STRICT;

-- Cards that a correction ignores, with the status that they had.
CREATE TABLE ignored (
    term   INTEGER PRIMARY KEY REFERENCES card (term),
    before TEXT NOT NULL
) STRICT;
