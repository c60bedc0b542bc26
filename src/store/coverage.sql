-- What the reader knows of one article's words.
SELECT
    coalesce(sum(running) FILTER (WHERE counts AND known), 0) AS known_words,
    coalesce(sum(running) FILTER (WHERE counts), 0) AS words,
    count(*) FILTER (WHERE counts AND known AND running > 0) AS known_terms,
    count(*) FILTER (WHERE counts AND running > 0) AS terms,
    coalesce(sum(running) FILTER (WHERE NOT counts AND name), 0) AS names,
    coalesce(sum(running) FILTER (WHERE NOT counts AND NOT name), 0) AS ignored
FROM (
    SELECT
        article_term.running,
        term.kind = 'name' AS name,
        term.kind <> 'name' AND coalesce(card.status <> 'ignored', 1) AS counts,
        coalesce(card.status = 'known' OR card.state = 'review', 0) AS known
    FROM article_term
    JOIN term ON term.id = article_term.term
    LEFT JOIN card ON card.term = term.id
    WHERE article_term.article = ?1
)
