-- The long form that an article introduces a term by: 공정거래위원회 for 공정위.
ALTER TABLE article_term ADD COLUMN short_for TEXT;

-- A cloze with what it is worth to this learner: the better its score, and the more of what else stands in its sentence
-- is known to them.
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
