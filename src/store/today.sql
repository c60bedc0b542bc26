SELECT
    count(*) FILTER (WHERE before_state = 'new') AS new,
    count(*) FILTER (WHERE before_state = 'review') AS reviews,
    count(*) AS answers
FROM standing
WHERE
    day = :today
    AND (:deck IS NULL OR EXISTS (
        SELECT 1
        FROM article_term
        JOIN deck_article ON deck_article.article = article_term.article
        WHERE article_term.term = standing.term AND deck_article.deck = :deck
    ))
