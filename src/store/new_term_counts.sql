-- CROSS JOIN: from the new cards to their articles, not the other way.
SELECT
    article_term.term,
    sum(article_term.count) AS count,
    sum(article_term.nested) AS nested,
    max(article_term.in_title) AS in_title
FROM card
CROSS JOIN article_term ON article_term.term = card.term
WHERE
    card.status = 'active'
    AND card.state = 'new'
    AND (:deck IS NULL OR EXISTS (
        SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article_term.article
    ))
GROUP BY article_term.term
