SELECT count(DISTINCT sentence.article) AS articles, count(DISTINCT sentence.id) AS sentences
FROM term
CROSS JOIN article_term ON article_term.term = term.id
CROSS JOIN sentence ON sentence.article = article_term.article
CROSS JOIN occurrence ON occurrence.sentence = sentence.id AND occurrence.term = term.id
WHERE term.key = ?1
