-- ?1: a term, or NULL for all; ?2: a deck, or NULL for all.
SELECT
    term.*,
    cloze.id AS cloze_id,
    cloze.start,
    cloze.end,
    cloze.score,
    sentence.text AS sentence_text,
    article.id AS article,
    article.title,
    article.outlet,
    (SELECT count(*) FROM review WHERE review.cloze = cloze.id
        AND NOT EXISTS (SELECT 1 FROM review_undone WHERE review_undone.review = review.id)) AS asked,
    (SELECT max(review.id) FROM review WHERE review.cloze = cloze.id
        AND NOT EXISTS (SELECT 1 FROM review_undone WHERE review_undone.review = review.id)) AS last_asked
FROM cloze
JOIN term ON term.id = cloze.term
JOIN sentence ON sentence.id = cloze.sentence
JOIN article ON article.id = sentence.article
WHERE (?1 IS NULL OR cloze.term = ?1)
  AND (?2 IS NULL OR EXISTS (SELECT 1 FROM deck_article WHERE deck = ?2 AND deck_article.article = article.id))
  AND term.kind <> 'name'
ORDER BY term.id, cloze.score DESC, cloze.id
