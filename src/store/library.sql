-- Every article with what the reader knows of its words. CROSS JOIN keeps SQLite on the way from the articles to their
-- terms.
WITH covered AS (
    SELECT
        article_term.article,
        sum(running) FILTER (WHERE counts AND known) AS known_words,
        sum(running) FILTER (WHERE counts) AS words,
        count(*) FILTER (WHERE counts AND known AND running > 0) AS known_terms,
        count(*) FILTER (WHERE counts AND running > 0) AS terms,
        sum(running) FILTER (WHERE NOT counts AND name) AS names,
        sum(running) FILTER (WHERE NOT counts AND NOT name) AS ignored
    FROM article_term
    JOIN (
        SELECT
            term.id,
            term.kind = 'name' AS name,
            term.kind <> 'name' AND coalesce(card.status <> 'ignored', 1) AS counts,
            coalesce(card.status = 'known' OR card.state = 'review', 0) AS known
        FROM term
        LEFT JOIN card ON card.term = term.id
    ) AS knowledge ON knowledge.id = article_term.term
    WHERE
        (:article IS NULL OR article_term.article = :article)
        AND (
            :deck IS NULL
            OR EXISTS (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article_term.article)
        )
    GROUP BY article_term.article
)
SELECT
    article.id,
    article.title,
    article.outlet,
    article.date,
    article.imported_at,
    (
        SELECT group_concat(deck.name, ' · ')
        FROM deck_article
        JOIN deck ON deck.id = deck_article.deck
        WHERE deck_article.article = article.id
    ) AS decks,
    coalesce(covered.known_words, 0) AS known_words,
    coalesce(covered.words, 0) AS words,
    coalesce(covered.known_terms, 0) AS known_terms,
    coalesce(covered.terms, 0) AS terms,
    coalesce(covered.names, 0) AS names,
    coalesce(covered.ignored, 0) AS ignored,
    (SELECT max(position) + 1 FROM sentence WHERE sentence.article = article.id) AS sentences,
    reading_place.sentence AS place,
    reading_place.at AS read_at,
    EXISTS (SELECT 1 FROM reading WHERE reading.article = article.id AND finished) AS finished
FROM present_article AS article
LEFT JOIN covered ON covered.article = article.id
LEFT JOIN reading_place ON reading_place.article = article.id
WHERE
    (:article IS NULL OR article.id = :article)
    AND (
        :deck IS NULL
        OR EXISTS (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article.id)
    )
ORDER BY article.id
