-- The terms of the article that came in last: the one that is read next.
SELECT term
FROM article_term
WHERE
    article = (
        SELECT max(deck_article.article) FROM deck_article WHERE
            deck_article.deck = :deck OR (:deck IS NULL AND deck_article.deck IN open_deck)
    )
