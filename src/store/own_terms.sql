SELECT term.id AS term_id, term.key, term.pos, term.kind, term.term AS shown, term.parts
FROM term
JOIN card ON card.term = term.id
WHERE
    term.kind <> 'name'
    AND card.status <> 'ignored'
    AND EXISTS (SELECT 1 FROM article_term WHERE article_term.term = term.id)
