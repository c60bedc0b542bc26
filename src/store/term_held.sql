SELECT term.id, term.kind, instr(term.term, ' ') > 0 AS apart, card.status, card.state, card.step
FROM term
LEFT JOIN card ON card.term = term.id
WHERE term.key = ?1 AND term.pos = ?2
