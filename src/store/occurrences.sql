-- The terms of an article where they stand, in reading order, with what the reader knows of each.
SELECT
    sentence.position,
    occurrence.start,
    occurrence.end,
    term.id AS term,
    term.kind,
    card.status,
    card.state,
    card.step
FROM sentence
JOIN occurrence ON occurrence.sentence = sentence.id
JOIN term ON term.id = occurrence.term
LEFT JOIN card ON card.term = term.id AND term.kind <> 'name'
WHERE sentence.article = :article
ORDER BY sentence.position, occurrence.start, occurrence.end, occurrence.term
