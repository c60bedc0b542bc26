-- ?1: a deck, or NULL for all articles.
WITH chosen AS (
    SELECT id AS article FROM article
    WHERE ?1 IS NULL OR id IN (SELECT article FROM deck_article WHERE deck = ?1)
),
counts AS (
    SELECT term, sum(count) AS count, sum(nested) AS nested, count(*) AS articles, max(in_title) AS in_title
    FROM article_term JOIN chosen USING (article)
    GROUP BY term
)
SELECT
    term.*,
    counts.count,
    counts.nested,
    counts.articles,
    counts.in_title,
    card.state,
    card.status,
    coalesce(
        (SELECT sentence.text FROM cloze
         JOIN sentence ON sentence.id = cloze.sentence
         JOIN chosen ON chosen.article = sentence.article
         WHERE cloze.term = term.id
         ORDER BY cloze.score DESC, cloze.id LIMIT 1),
        (SELECT sentence.text FROM occurrence
         JOIN sentence ON sentence.id = occurrence.sentence
         JOIN chosen ON chosen.article = sentence.article
         WHERE occurrence.term = term.id
         ORDER BY occurrence.id LIMIT 1)
    ) AS example
FROM counts
JOIN term ON term.id = counts.term
LEFT JOIN card ON card.term = term.id
ORDER BY term.id
