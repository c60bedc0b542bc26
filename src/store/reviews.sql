SELECT id, term, cloze, grade, at, day, before_state = 'new' AS was_new, head_start
FROM standing
WHERE
    :deck IS NULL OR EXISTS (
        SELECT 1
        FROM article_term
        JOIN deck_article ON deck_article.article = article_term.article
        WHERE article_term.term = standing.term AND deck_article.deck = :deck
    )
ORDER BY id
