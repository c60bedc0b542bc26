WITH askable AS (
    SELECT DISTINCT deck_article.deck, card.*
    FROM deck_article
    JOIN article_term ON article_term.article = deck_article.article
    JOIN card ON card.term = article_term.term
    JOIN term ON term.id = card.term AND term.kind <> 'name'
    WHERE EXISTS (SELECT 1 FROM cloze WHERE cloze.term = card.term)
),
counts AS (
    SELECT
        deck,
        count(*) AS terms,
        sum(state = 'new' AND open) AS new,
        sum(open AND (due_day <= :today OR due_at <= :soon)) AS due,
        sum(status = 'known' OR status = 'active' AND state = 'review') AS learned
    FROM (
        SELECT *, status = 'active' AND (buried_until IS NULL OR buried_until <= :today) AS open FROM askable
    )
    GROUP BY deck
)
SELECT
    deck.id,
    deck.name,
    (SELECT count(*) FROM deck_article WHERE deck_article.deck = deck.id) AS articles,
    coalesce(terms, 0) AS terms,
    coalesce(new, 0) AS new,
    coalesce(due, 0) AS due,
    coalesce(learned, 0) AS learned
FROM deck
LEFT JOIN counts ON counts.deck = deck.id
ORDER BY deck.id
