    AND card.status = 'active'
    AND (:article IS NULL OR EXISTS (
        SELECT 1 FROM article_term WHERE article_term.term = card.term AND article_term.article = :article
    ))
    AND EXISTS (SELECT 1 FROM askable WHERE askable.term = card.term)
ORDER BY card.state = 'new', card.stability, card.term
