-- Reading, and the counts that progress is drawn from.

-- How often a term stands in an article inside no longer one: what coverage counts.
ALTER TABLE article_term ADD COLUMN running INTEGER NOT NULL DEFAULT 0;
WITH counted AS (
    SELECT sentence.article, own.term, count(*) AS times
    FROM occurrence AS own
    JOIN sentence ON sentence.id = own.sentence
    WHERE NOT EXISTS (
        SELECT 1
        FROM occurrence AS other
        WHERE
            other.sentence = own.sentence
            AND other.start <= own.start
            AND other.end >= own.end
            AND (other.end - other.start > own.end - own.start OR other.term < own.term)
    )
    GROUP BY sentence.article, own.term
)
UPDATE article_term SET running = times
FROM counted
WHERE counted.article = article_term.article AND counted.term = article_term.term;

CREATE TABLE reading_place (
    article  INTEGER PRIMARY KEY REFERENCES article (id),
    sentence INTEGER NOT NULL, -- its position
    word     INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

CREATE TABLE bookmark (
    article  INTEGER NOT NULL REFERENCES article (id),
    sentence INTEGER NOT NULL, -- its position
    at       INTEGER NOT NULL,
    PRIMARY KEY (article, sentence)
) STRICT, WITHOUT ROWID;

-- One sitting with an article. Append-only.
CREATE TABLE reading (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    article     INTEGER NOT NULL REFERENCES article (id),
    at          INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL, -- pauses left out
    syllables   INTEGER NOT NULL, -- of the sentences that were read
    first       INTEGER NOT NULL, -- the first and the last sentence that were read
    last        INTEGER NOT NULL,
    finished    INTEGER NOT NULL, -- whether the article's end was reached
    known_words INTEGER NOT NULL, -- coverage when the sitting began
    words       INTEGER NOT NULL,
    known_terms INTEGER NOT NULL,
    terms       INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_by_article ON reading (article);
CREATE INDEX reading_by_day ON reading (day);

-- Weak evidence, never a review: a term that was read past, and whether it was looked up.
CREATE TABLE exposure (
    reading   INTEGER NOT NULL REFERENCES reading (id),
    term      INTEGER NOT NULL REFERENCES term (id),
    looked_up INTEGER NOT NULL,
    PRIMARY KEY (reading, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX exposure_by_term ON exposure (term);

-- New terms that the learner wants first, in the order of place.
CREATE TABLE learn_first (
    term  INTEGER PRIMARY KEY REFERENCES term (id),
    place INTEGER NOT NULL
) STRICT;

-- Counts of the answers that stand, kept by the triggers below whatever writes or strikes out a review: to count a
-- million of them for a screen would take seconds.

-- By day, state before the answer, and age of the memory: 0 for a stability below 7 days, 1 below 21, 2 below 90, 3 from
-- there on.
CREATE TABLE answer_tally (
    day     INTEGER NOT NULL,
    state   TEXT    NOT NULL,
    age     INTEGER NOT NULL,
    answers INTEGER NOT NULL,
    passed  INTEGER NOT NULL, -- not graded 'again'
    millis  INTEGER NOT NULL,
    PRIMARY KEY (day, state, age)
) STRICT, WITHOUT ROWID;

-- Reviews by the time that had gone by as a part of the stability, in twentieths: with the forgetting curve this is the
-- recall that was predicted.
CREATE TABLE calibration_tally (
    part    INTEGER PRIMARY KEY,
    answers INTEGER NOT NULL,
    passed  INTEGER NOT NULL,
    parts   REAL    NOT NULL -- the sum of the exact values
) STRICT;

-- By how many the terms in each state grew on a day.
CREATE TABLE state_flow (
    day      INTEGER PRIMARY KEY,
    learning INTEGER NOT NULL,
    young    INTEGER NOT NULL,
    mature   INTEGER NOT NULL
) STRICT;

-- What a review adds to them.
CREATE VIEW review_weight AS
SELECT
    id,
    day,
    before_state AS state,
    CASE
        WHEN before_stability IS NULL OR before_stability < 7 THEN 0
        WHEN before_stability < 21 THEN 1
        WHEN before_stability < 90 THEN 2
        ELSE 3
    END AS age,
    grade > 1 AS passed,
    duration_ms AS millis,
    CASE
        WHEN before_state = 'review' AND before_stability > 0 AND before_last_review_at IS NOT NULL
            THEN min(10.0, max(0, at - before_last_review_at) / 86400000.0 / before_stability)
    END AS part,
    (after_state IN ('learning', 'relearning')) - (before_state IN ('learning', 'relearning')) AS learning,
    (after_state = 'review' AND coalesce(after_stability, 0) < 21)
    - (before_state = 'review' AND coalesce(before_stability, 0) < 21) AS young,
    (after_state = 'review' AND coalesce(after_stability, 0) >= 21)
    - (before_state = 'review' AND coalesce(before_stability, 0) >= 21) AS mature
FROM review;

INSERT INTO answer_tally
SELECT day, state, age, count(*), sum(passed), sum(millis)
FROM review_weight
WHERE NOT EXISTS (SELECT 1 FROM review_undone WHERE review = id)
GROUP BY day, state, age;

INSERT INTO calibration_tally
SELECT CAST(part * 20 AS INTEGER), count(*), sum(passed), sum(part)
FROM review_weight
WHERE part IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review_undone WHERE review = id)
GROUP BY 1;

INSERT INTO state_flow
SELECT day, sum(learning), sum(young), sum(mature)
FROM review_weight
WHERE NOT EXISTS (SELECT 1 FROM review_undone WHERE review = id)
GROUP BY day;

CREATE TRIGGER review_is_tallied AFTER INSERT ON review
BEGIN
    INSERT INTO answer_tally
    SELECT day, state, age, 1, passed, millis FROM review_weight WHERE id = new.id
    ON CONFLICT (day, state, age) DO UPDATE SET
        answers = answers + 1,
        passed = passed + excluded.passed,
        millis = millis + excluded.millis;
    INSERT INTO calibration_tally
    SELECT CAST(part * 20 AS INTEGER), 1, passed, part FROM review_weight WHERE id = new.id AND part IS NOT NULL
    ON CONFLICT (part) DO UPDATE SET
        answers = answers + 1,
        passed = passed + excluded.passed,
        parts = parts + excluded.parts;
    INSERT INTO state_flow
    SELECT day, learning, young, mature FROM review_weight WHERE id = new.id
    ON CONFLICT (day) DO UPDATE SET
        learning = learning + excluded.learning,
        young = young + excluded.young,
        mature = mature + excluded.mature;
END;

CREATE TRIGGER review_undone_is_tallied AFTER INSERT ON review_undone
BEGIN
    UPDATE answer_tally SET
        answers = answers - 1,
        passed = passed - (SELECT passed FROM review_weight WHERE id = new.review),
        millis = millis - (SELECT millis FROM review_weight WHERE id = new.review)
    WHERE (day, state, age) = (SELECT day, state, age FROM review_weight WHERE id = new.review);
    UPDATE calibration_tally SET
        answers = answers - 1,
        passed = passed - (SELECT passed FROM review_weight WHERE id = new.review),
        parts = parts - (SELECT part FROM review_weight WHERE id = new.review)
    WHERE part = (SELECT CAST(part * 20 AS INTEGER) FROM review_weight WHERE id = new.review);
    UPDATE state_flow SET
        learning = learning - (SELECT learning FROM review_weight WHERE id = new.review),
        young = young - (SELECT young FROM review_weight WHERE id = new.review),
        mature = mature - (SELECT mature FROM review_weight WHERE id = new.review)
    WHERE day = (SELECT day FROM review_weight WHERE id = new.review);
END;
