-- Terms that are known today. The day of the last answer to a card that was no review yet is when it became one.
SELECT
    CASE WHEN card.status = 'known' THEN NULL ELSE (
        SELECT review.day FROM review WHERE review.term = card.term AND review.after_state = 'review' ORDER BY review.id LIMIT 1
    ) END AS day,
    (SELECT sum(running) FROM article_term WHERE article_term.term = card.term) AS words
FROM card
JOIN term ON term.id = card.term
WHERE
    term.kind <> 'name'
    AND card.status <> 'ignored'
    AND (card.status = 'known' OR card.state = 'review')
    AND EXISTS (SELECT 1 FROM article_term WHERE article_term.term = card.term)
ORDER BY day
