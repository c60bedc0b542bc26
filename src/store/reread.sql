-- Articles that were read to their end, with what was known when that was done last and what is known and mature now.
-- What was looked up then and is mature now is told as well: the only thing that weak evidence is asked for.
WITH last AS (
    SELECT article, max(id) AS id FROM reading WHERE finished GROUP BY article
)
SELECT
    article.id,
    article.title,
    reading.day,
    reading.known_words AS then_known,
    reading.words AS then_words,
    coalesce(sum(running) FILTER (WHERE counts), 0) AS words,
    coalesce(sum(running) FILTER (WHERE counts AND (known OR young)), 0) AS now_known,
    coalesce(sum(running) FILTER (WHERE counts AND known), 0) AS mature,
    (
        SELECT count(*)
        FROM exposure
        JOIN card ON card.term = exposure.term
        WHERE exposure.reading = last.id AND looked_up AND card.state = 'review' AND card.stability >= :mature
    ) AS looked_up
FROM last
JOIN reading ON reading.id = last.id
JOIN present_article AS article ON article.id = last.article
LEFT JOIN (
    SELECT
        article_term.article,
        article_term.running,
        term.kind <> 'name' AND coalesce(card.status <> 'ignored', 1) AS counts,
        coalesce(card.state = 'review', 0) AS young,
        coalesce(card.status = 'known' OR card.state = 'review' AND card.stability >= :mature, 0) AS known
    FROM last
    CROSS JOIN article_term ON article_term.article = last.article
    JOIN term ON term.id = article_term.term
    LEFT JOIN card ON card.term = term.id
) AS had ON had.article = article.id
GROUP BY article.id
ORDER BY article.id
