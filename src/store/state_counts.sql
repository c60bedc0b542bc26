SELECT
    card.status,
    CASE
        WHEN card.state = 'relearning' THEN 'learning'
        WHEN card.state = 'review' AND card.stability >= 21 THEN 'mature'
        WHEN card.state = 'review' THEN 'young'
        ELSE card.state
    END AS state,
    count(*) AS cards
FROM card
JOIN term ON term.id = card.term
WHERE term.kind <> 'name'
GROUP BY 1, 2
