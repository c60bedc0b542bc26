    AND card.status = 'active'
    AND (:article IS NULL OR EXISTS (
        SELECT 1 FROM article_term WHERE article_term.term = card.term AND article_term.article = :article
    ))
    AND EXISTS (SELECT 1 FROM cloze WHERE cloze.term = card.term AND NOT cloze.retired)
ORDER BY card.state = 'new', card.stability, card.term
