    AND EXISTS ( -- whatever deck it is in, and be it in none
        SELECT 1
        FROM article_term
        WHERE
            article_term.term = card.term
            AND (:deck IS NULL OR article_term.article IN (SELECT article FROM deck_article WHERE deck = :deck))
    )
