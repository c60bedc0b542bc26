    AND card.status = 'active'
    AND card.state = 'new'
    AND (card.buried_until IS NULL OR card.buried_until <= :today)
    AND EXISTS (SELECT 1 FROM cloze WHERE cloze.term = card.term AND NOT cloze.retired)
ORDER BY card.term
