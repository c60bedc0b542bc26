-- Articles with what stands beside them. Their decks are read apart: one pass over all is cheaper than a look for each.
SELECT
    article.id,
    article.title,
    article.outlet,
    article.date,
    article.imported_at,
    coalesce(covered.known_words, 0) AS known_words,
    coalesce(covered.words, 0) AS words,
    coalesce(covered.known_terms, 0) AS known_terms,
    coalesce(covered.terms, 0) AS terms,
    coalesce(covered.names, 0) AS names,
    coalesce(covered.ignored, 0) AS ignored,
    coalesce(covered.running, 0) AS running,
    coalesce(covered.known_running, 0) AS known_running,
    coalesce(covered.different, 0) AS different,
    coalesce(covered.sino, 0) AS sino,
    coalesce(covered.unknown, 0) AS unknown,
    coalesce(covered.unknown_levels, 0.0) AS unknown_levels,
    coalesce(covered.sentences, 0) AS body_sentences,
    coalesce(covered.eojeols, 0) AS eojeols,
    coalesce(covered.subjects, '') AS subjects,
    (SELECT max(position) + 1 FROM sentence WHERE sentence.article = article.id) AS sentences,
    reading_place.sentence AS place,
    reading_place.at AS read_at,
    EXISTS (SELECT 1 FROM reading WHERE reading.article = article.id AND finished) AS finished
FROM article INDEXED BY article_listed -- which has no texts to go through
LEFT JOIN covered ON covered.article = article.id
LEFT JOIN reading_place ON reading_place.article = article.id
WHERE
    NOT article.gone
    AND (:article IS NULL OR article.id = :article)
    AND (
        :deck IS NULL
        OR EXISTS (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article.id)
    )
ORDER BY article.id
