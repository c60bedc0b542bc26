INSERT OR IGNORE INTO exposure (reading, term, looked_up)
SELECT DISTINCT :reading, occurrence.term, 0
FROM sentence
JOIN occurrence ON occurrence.sentence = sentence.id
JOIN card ON card.term = occurrence.term
WHERE sentence.article = :article AND sentence.position >= :first AND sentence.position < :end
