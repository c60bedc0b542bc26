-- What long lists are sorted, filtered and searched by. All of it follows from what stands elsewhere, and is brought up
-- to date when a list is opened: an import, an answer and a correction only note what they touched.

CREATE TABLE listed (
    term   INTEGER PRIMARY KEY REFERENCES term (id),
    shelf  INTEGER NOT NULL, -- 0 a word, 1 a name
    open   INTEGER NOT NULL, -- in a deck that is not archived
    key    TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    score  REAL    NOT NULL,
    count  INTEGER NOT NULL, -- in all articles of open decks; of all articles where it is in none of those
    level  INTEGER NOT NULL, -- 9 where no dictionary tells it, so that it comes last
    domain TEXT    NOT NULL,
    parts  TEXT    NOT NULL, -- a compound's, which speak for their kin: a JSON list
    texts  TEXT    NOT NULL  -- what stands in found_by, a line each
) STRICT;
CREATE INDEX listed_by_score ON listed (shelf, score DESC, term, open);
CREATE INDEX listed_by_key ON listed (shelf, key, term, open);
CREATE INDEX listed_by_count ON listed (shelf, count DESC, term, open);
CREATE INDEX listed_by_level ON listed (shelf, level, score DESC, term, open);
CREATE INDEX listed_by_term ON listed (shelf, term, open);
CREATE INDEX listed_by_kind ON listed (kind, term);
CREATE INDEX listed_by_domain ON listed (domain, term);

-- What finds a term by its beginning: see `vocab::find`. A line that begins with '+' is a part of a compound.
CREATE TABLE found_by (
    text TEXT    NOT NULL,
    term INTEGER NOT NULL,
    PRIMARY KEY (text, term)
) STRICT, WITHOUT ROWID;

-- What is to be listed anew. The triggers say for themselves that a row is there already: OR IGNORE would be overruled by
-- what the outer statement says of conflicts.
CREATE TABLE unlisted_term (term INTEGER PRIMARY KEY) STRICT;
CREATE TABLE unlisted_article (article INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER article_is_unlisted AFTER INSERT ON deck_article
BEGIN INSERT INTO unlisted_article SELECT new.article WHERE new.article NOT IN unlisted_article; END;

CREATE TRIGGER article_left_is_unlisted AFTER DELETE ON deck_article
BEGIN INSERT INTO unlisted_article SELECT old.article WHERE old.article NOT IN unlisted_article; END;

CREATE TRIGGER archived_is_unlisted AFTER UPDATE OF archived ON deck WHEN old.archived <> new.archived
BEGIN
    INSERT INTO unlisted_article SELECT article FROM deck_article WHERE deck = new.id AND article NOT IN unlisted_article;
END;

CREATE TRIGGER gloss_is_unlisted AFTER INSERT ON own_gloss
BEGIN INSERT INTO unlisted_term SELECT id FROM term WHERE key = new.key AND id NOT IN unlisted_term; END;

CREATE TRIGGER gloss_gone_is_unlisted AFTER DELETE ON own_gloss
BEGIN INSERT INTO unlisted_term SELECT id FROM term WHERE key = old.key AND id NOT IN unlisted_term; END;

CREATE TRIGGER chosen_is_unlisted AFTER INSERT ON chosen
BEGIN INSERT INTO unlisted_term SELECT id FROM term WHERE key = new.key AND id NOT IN unlisted_term; END;

CREATE TRIGGER chosen_gone_is_unlisted AFTER DELETE ON chosen
BEGIN INSERT INTO unlisted_term SELECT id FROM term WHERE key = old.key AND id NOT IN unlisted_term; END;

-- Dictionaries explain every word: all are listed anew.
CREATE TRIGGER dictionary_unlists AFTER INSERT ON dictionary
BEGIN DELETE FROM meta WHERE key = 'listed'; END;

CREATE TRIGGER dictionary_order_unlists AFTER UPDATE OF priority ON dictionary
BEGIN DELETE FROM meta WHERE key = 'listed'; END;

CREATE TRIGGER dictionary_gone_unlists AFTER DELETE ON dictionary
BEGIN DELETE FROM meta WHERE key = 'listed'; END;

-- Coverage of each article and what its difficulty is made of, as of the last time that the library was opened.
CREATE TABLE covered (
    article        INTEGER PRIMARY KEY REFERENCES article (id),
    known_words    INTEGER NOT NULL,
    words          INTEGER NOT NULL,
    known_terms    INTEGER NOT NULL,
    terms          INTEGER NOT NULL,
    names          INTEGER NOT NULL,
    ignored        INTEGER NOT NULL,
    -- As `vocab::difficulty` measures: occurrences of terms, of those that the reader knows; different terms, those that
    -- are Sino-Korean, those that are not known, and the sum of their levels.
    running        INTEGER NOT NULL,
    known_running  INTEGER NOT NULL,
    different      INTEGER NOT NULL,
    sino           INTEGER NOT NULL,
    unknown        INTEGER NOT NULL,
    unknown_levels REAL    NOT NULL,
    sentences      INTEGER NOT NULL,
    eojeols        INTEGER NOT NULL,
    subjects       TEXT    NOT NULL -- the lexicon's short names, with spaces between
) STRICT;

-- What the library shows of an article, without its text: a row's last columns lie behind pages of text.
CREATE INDEX article_listed ON article (date, title, outlet, imported_at, gone);

-- Articles to be read anew for it, and cards whose status or state changed, with what was counted before.
CREATE TABLE uncovered (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE flipped (
    term   INTEGER PRIMARY KEY,
    status TEXT NOT NULL,
    state  TEXT NOT NULL
) STRICT;
INSERT INTO uncovered SELECT id FROM article;

CREATE TRIGGER article_is_uncovered AFTER INSERT ON article
BEGIN INSERT INTO uncovered SELECT new.id WHERE new.id NOT IN uncovered; END;

CREATE TRIGGER article_text_uncovers AFTER UPDATE OF text, gone ON article
BEGIN INSERT INTO uncovered SELECT new.id WHERE new.id NOT IN uncovered; END;

CREATE TRIGGER name_uncovers AFTER UPDATE OF kind ON term WHEN (old.kind = 'name') <> (new.kind = 'name')
BEGIN INSERT INTO uncovered SELECT article FROM article_term WHERE term = new.id AND article NOT IN uncovered; END;

CREATE TRIGGER card_flips AFTER UPDATE OF status, state ON card
WHEN
    (old.status = 'known') <> (new.status = 'known')
    OR (old.status = 'ignored') <> (new.status = 'ignored')
    OR (old.state = 'review') <> (new.state = 'review')
BEGIN
    INSERT INTO flipped
    SELECT new.term, old.status, old.state WHERE NOT EXISTS (SELECT 1 FROM flipped WHERE term = new.term);
END;

-- The learner's own note on a term: whatever they want to remember of it.
CREATE TABLE note (
    key  TEXT    NOT NULL,
    pos  TEXT    NOT NULL,
    text TEXT    NOT NULL,
    at   INTEGER NOT NULL,
    PRIMARY KEY (key, pos)
) STRICT, WITHOUT ROWID;
