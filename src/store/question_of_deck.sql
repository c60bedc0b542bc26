FROM article
CROSS JOIN sentence ON sentence.article = article.id -- CROSS: from the articles to their clozes, not the other way
CROSS JOIN cloze ON cloze.sentence = sentence.id
JOIN term ON term.id = cloze.term
WHERE
    EXISTS (
        SELECT 1
        FROM deck_article
        WHERE
            deck_article.article = article.id
            AND (deck_article.deck = :deck OR (:deck IS NULL AND deck_article.deck IN open_deck))
    )
    AND term.kind <> 'name'
    AND NOT cloze.retired
ORDER BY article.id, sentence.position, cloze.start, cloze.id
