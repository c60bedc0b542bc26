FROM askable AS cloze
JOIN sentence ON sentence.id = cloze.sentence
JOIN article ON article.id = sentence.article
JOIN term ON term.id = cloze.term
WHERE cloze.term = :term
ORDER BY
    cloze.id IS ( -- the anchor: the best of the article in which the term was met first, if it is good enough
        SELECT anchor.id
        FROM fitting AS anchor
        JOIN sentence AS stands ON stands.id = anchor.sentence
        WHERE
            anchor.term = :term
            AND NOT anchor.retired
            AND anchor.score >= :floor
            AND stands.article = coalesce(
                (SELECT sentence.article
                 FROM standing
                 JOIN cloze ON cloze.id = standing.cloze
                 JOIN sentence ON sentence.id = cloze.sentence
                 WHERE cloze.term = :term
                 ORDER BY standing.id LIMIT 1),
                (SELECT min(sentence.article)
                 FROM cloze
                 JOIN sentence ON sentence.id = cloze.sentence
                 JOIN deck_article ON deck_article.article = sentence.article
                 WHERE cloze.term = :term AND NOT cloze.retired AND deck_article.deck = :deck),
                (SELECT min(sentence.article)
                 FROM askable AS cloze
                 JOIN sentence ON sentence.id = cloze.sentence
                 WHERE cloze.term = :term)
            )
        ORDER BY -- where it was asked first, it stays, whatever else the learner came to know meanwhile
            anchor.id IS (SELECT standing.cloze FROM standing WHERE standing.term = :term ORDER BY standing.id LIMIT 1) DESC,
            anchor.worth DESC,
            anchor.id
        LIMIT 1
    ) DESC,
    cloze.score DESC,
    cloze.id
