-- The terms of some sentences of an article where they stand, with what the reader knows of each.
SELECT
    sentence.position,
    occurrence.start,
    occurrence.end,
    term.id AS term,
    term.kind,
    card.status,
    card.state,
    card.step,
    card.stability,
    coalesce(
        card.status = 'active' AND card.state <> 'new' AND (card.due_day <= :today OR card.due_at <= :now), 0
    ) AS due
FROM sentence
JOIN occurrence ON occurrence.sentence = sentence.id
JOIN term ON term.id = occurrence.term
LEFT JOIN card ON card.term = term.id AND term.kind <> 'name'
WHERE sentence.article = :article AND sentence.position >= :first AND sentence.position < :end
ORDER BY sentence.position, occurrence.start, occurrence.end, occurrence.term
