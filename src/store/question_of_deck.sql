FROM article
CROSS JOIN sentence ON sentence.article = article.id -- CROSS: from the articles to their clozes, not the other way
CROSS JOIN cloze ON cloze.sentence = sentence.id
JOIN term ON term.id = cloze.term
WHERE
    (:deck IS NULL OR EXISTS (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article.id))
    AND term.kind <> 'name'
    AND NOT cloze.retired
ORDER BY article.id, sentence.position, cloze.start, cloze.id
