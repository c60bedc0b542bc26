-- Sentences of other articles in the same decks: a few articles are enough.
WITH beside AS (
    SELECT DISTINCT other.article
    FROM deck_article AS own
    JOIN deck_article AS other ON other.deck = own.deck AND other.article <> own.article
    WHERE own.article = ?1
    ORDER BY other.article DESC
    LIMIT 6
)
SELECT sentence.text
FROM beside
JOIN sentence ON sentence.article = beside.article
WHERE sentence.position >= 0 AND sentence.kind = 'body'
ORDER BY beside.article DESC, sentence.position
LIMIT ?2
