-- Goals: so much a day, or an article by a date. Append-only, as what was done with decks is: another goal in the place of
-- one strikes it out and erases nothing.
CREATE TABLE goal (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    measure TEXT    NOT NULL, -- minutes, cards, terms: so many a day; article: so many per cent of its running words
    amount  INTEGER NOT NULL,
    article INTEGER REFERENCES article (id),
    by_day  INTEGER,
    at      INTEGER NOT NULL,
    CHECK ((measure = 'article') = (article IS NOT NULL) AND (article IS NULL) = (by_day IS NULL))
) STRICT;

CREATE TABLE goal_removed (
    goal INTEGER PRIMARY KEY REFERENCES goal (id),
    at   INTEGER NOT NULL
) STRICT;

CREATE VIEW standing_goal AS
SELECT * FROM goal WHERE NOT EXISTS (SELECT 1 FROM goal_removed WHERE goal_removed.goal = goal.id);

CREATE TRIGGER goal_is_never_changed BEFORE UPDATE ON goal
BEGIN SELECT RAISE(ABORT, 'goals are append-only'); END;

CREATE TRIGGER goal_is_never_deleted BEFORE DELETE ON goal
BEGIN SELECT RAISE(ABORT, 'goals are append-only'); END;

CREATE TRIGGER goal_removed_is_never_changed BEFORE UPDATE ON goal_removed
BEGIN SELECT RAISE(ABORT, 'goals are append-only'); END;

CREATE TRIGGER goal_removed_is_never_deleted BEFORE DELETE ON goal_removed
BEGIN SELECT RAISE(ABORT, 'goals are append-only'); END;

-- Answers to questions about an article after it was read. Append-only, and no reviews.
CREATE TABLE check_answer (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article (id),
    at      INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    kind    TEXT    NOT NULL, -- said, number, order
    passed  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER check_answer_is_never_changed BEFORE UPDATE ON check_answer
BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;

CREATE TRIGGER check_answer_is_never_deleted BEFORE DELETE ON check_answer
BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
