    AND EXISTS ( -- in the deck, or in any that is not archived
        SELECT 1
        FROM article_term
        JOIN deck_article ON deck_article.article = article_term.article
        WHERE
            article_term.term = card.term
            AND (deck_article.deck = :deck OR (:deck IS NULL AND deck_article.deck IN open_deck))
    )
