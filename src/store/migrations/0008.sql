-- Where terms stand is read by sentence, and a term's sentences are found by its articles: one tree does for what took
-- three, and an import writes a third less. The rows follow from their article and are written and replaced with it, so
-- that no reference needs to be checked row by row.
DROP VIEW fitting;

CREATE TABLE standing_place (
    sentence INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    term     INTEGER NOT NULL,
    PRIMARY KEY (sentence, start, end, term)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO standing_place SELECT sentence, start, end, term FROM occurrence;
DROP TABLE occurrence;
ALTER TABLE standing_place RENAME TO occurrence;

CREATE VIEW fitting AS
SELECT
    cloze.*,
    score * (0.7 + 0.3 * coalesce(
        (SELECT avg(card.status = 'known' OR card.state = 'review')
         FROM occurrence
         JOIN card ON card.term = occurrence.term
         WHERE occurrence.sentence = cloze.sentence AND occurrence.term <> cloze.term),
        1.0
    )) AS worth
FROM cloze;
