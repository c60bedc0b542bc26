-- What stands behind a term in its sentences, one or two bytes or none between; whether that is white space is seen in
-- the text.
SELECT sentence.text, occurrence.end AS behind, next.start AS before, term.term AS shown
FROM article_term
CROSS JOIN sentence ON sentence.article = article_term.article
CROSS JOIN occurrence ON occurrence.sentence = sentence.id AND occurrence.term = article_term.term
JOIN occurrence AS next ON next.sentence = occurrence.sentence AND next.start BETWEEN occurrence.end AND occurrence.end + 2
JOIN term ON term.id = next.term
WHERE article_term.term = :term
ORDER BY sentence.id, next.start, length(term.term)
