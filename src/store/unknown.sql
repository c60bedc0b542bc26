-- The terms of an article, of a deck or of all that count and are not known, most frequent first.
SELECT
    term.id AS term_id,
    term.key,
    term.pos,
    term.kind,
    term.term AS shown,
    term.parts,
    sum(article_term.running) AS words,
    coalesce(card.state, 'new') AS state
FROM article_term
JOIN term ON term.id = article_term.term
LEFT JOIN card ON card.term = term.id
WHERE
    (:article IS NULL OR article_term.article = :article)
    AND (
        :deck IS NULL
        OR EXISTS (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article_term.article)
    )
    AND term.kind <> 'name'
    AND coalesce(card.status NOT IN ('ignored', 'known') AND card.state <> 'review', 1)
GROUP BY term.id
HAVING sum(article_term.running) > 0
ORDER BY words DESC, min(article_term.article), term.id
