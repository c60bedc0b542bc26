-- What an answer was given with, beside the review itself. Append-only like it.
CREATE TABLE review_aid (
    review  INTEGER PRIMARY KEY REFERENCES review (id),
    hints   TEXT NOT NULL, -- a JSON list of the names of the hints taken, in their order
    choices TEXT NOT NULL  -- a JSON list of the choices shown, in their order; empty where there were none
) STRICT;

CREATE TRIGGER review_aid_is_never_changed BEFORE UPDATE ON review_aid
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER review_aid_is_never_deleted BEFORE DELETE ON review_aid
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

-- Answers of practice: they move no card, so they are no reviews and stand apart from them.
CREATE TABLE practice (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    term         INTEGER NOT NULL REFERENCES term (id),
    cloze        INTEGER NOT NULL REFERENCES cloze (id),
    at           INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    zone_minutes INTEGER NOT NULL,
    mode         TEXT    NOT NULL,
    grade        INTEGER NOT NULL,
    proposed     INTEGER,
    typed        TEXT,
    verdict      TEXT,
    hints        TEXT    NOT NULL,
    choices      TEXT    NOT NULL,
    duration_ms  INTEGER NOT NULL
) STRICT;
CREATE INDEX practice_by_term ON practice (term);
CREATE INDEX practice_by_cloze ON practice (cloze);

CREATE TABLE practice_undone (
    practice INTEGER PRIMARY KEY REFERENCES practice (id),
    at       INTEGER NOT NULL
) STRICT;

CREATE VIEW standing_practice AS
SELECT * FROM practice
WHERE NOT EXISTS (SELECT 1 FROM practice_undone WHERE practice_undone.practice = practice.id);

CREATE TRIGGER practice_is_never_changed BEFORE UPDATE ON practice
BEGIN SELECT RAISE(ABORT, 'practice is append-only'); END;

CREATE TRIGGER practice_is_never_deleted BEFORE DELETE ON practice
BEGIN SELECT RAISE(ABORT, 'practice is append-only'); END;

CREATE TRIGGER practice_undone_is_never_changed BEFORE UPDATE ON practice_undone
BEGIN SELECT RAISE(ABORT, 'practice is append-only'); END;

CREATE TRIGGER practice_undone_is_never_deleted BEFORE DELETE ON practice_undone
BEGIN SELECT RAISE(ABORT, 'practice is append-only'); END;

-- What the learner said of a word in the place of a term: that it is as right (accepted), or fits as well and is no
-- wrong choice (fits). Append-only: of several rows about the same the last one counts.
CREATE TABLE remark (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    term   INTEGER NOT NULL REFERENCES term (id),
    word   TEXT    NOT NULL, -- a term's key: NFC, lower case, without spaces
    kind   TEXT    NOT NULL,
    stands INTEGER NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX remark_by_term ON remark (term);

CREATE VIEW standing_remark AS
SELECT * FROM remark
WHERE
    stands
    AND NOT EXISTS (
        SELECT 1 FROM remark AS later
        WHERE later.term = remark.term AND later.word = remark.word AND later.kind = remark.kind AND later.id > remark.id
    );

CREATE TRIGGER remark_is_never_changed BEFORE UPDATE ON remark
BEGIN SELECT RAISE(ABORT, 'remarks are append-only'); END;

CREATE TRIGGER remark_is_never_deleted BEFORE DELETE ON remark
BEGIN SELECT RAISE(ABORT, 'remarks are append-only'); END;
