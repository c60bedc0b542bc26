-- What was done with articles: a text that took another's place, an article that was deleted. Append-only, as corrections
-- are. What an article was before is kept whole, row by row, so that undo gives it back.
CREATE TABLE article_change (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT    NOT NULL, -- 'update' or 'delete'
    article     INTEGER NOT NULL REFERENCES article (id),
    before      TEXT    NOT NULL, -- the article's rows, as JSON
    corrections INTEGER NOT NULL, -- how many corrections had been made and undone by then
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX article_change_by_article ON article_change (article);

CREATE TABLE article_change_undone (
    change INTEGER PRIMARY KEY REFERENCES article_change (id),
    at     INTEGER NOT NULL
) STRICT;

CREATE VIEW standing_article_change AS
SELECT *
FROM article_change
WHERE NOT EXISTS (SELECT 1 FROM article_change_undone WHERE article_change_undone.change = article_change.id);

CREATE TRIGGER article_change_is_never_changed BEFORE UPDATE ON article_change
BEGIN SELECT RAISE(ABORT, 'what was done with articles is append-only'); END;

CREATE TRIGGER article_change_is_never_deleted BEFORE DELETE ON article_change
BEGIN SELECT RAISE(ABORT, 'what was done with articles is append-only'); END;

CREATE TRIGGER article_change_undone_is_never_changed BEFORE UPDATE ON article_change_undone
BEGIN SELECT RAISE(ABORT, 'what was done with articles is append-only'); END;

CREATE TRIGGER article_change_undone_is_never_deleted BEFORE DELETE ON article_change_undone
BEGIN SELECT RAISE(ABORT, 'what was done with articles is append-only'); END;

-- An article that was deleted keeps its row, because answers refer to its sentences; it has no other name, text or place.
ALTER TABLE article ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

CREATE VIEW present_article AS SELECT * FROM article WHERE NOT gone;

-- What the articles behind a feed's entries say, fetched to tell what they would cost: one that is taken is not fetched
-- again.
CREATE TABLE feed_text (
    entry    INTEGER PRIMARY KEY REFERENCES feed_entry (id) ON DELETE CASCADE,
    articles TEXT NOT NULL -- a JSON list
) STRICT;
