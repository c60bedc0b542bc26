SELECT count(DISTINCT sentence.article) AS articles, count(DISTINCT sentence.id) AS sentences
FROM term
JOIN occurrence ON occurrence.term = term.id
JOIN sentence ON sentence.id = occurrence.sentence
WHERE term.key = ?1
