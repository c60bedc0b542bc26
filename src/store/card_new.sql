    AND card.status = 'active'
    AND card.state = 'new'
    AND (card.buried_until IS NULL OR card.buried_until <= :today)
    AND EXISTS (SELECT 1 FROM askable WHERE askable.term = card.term)
ORDER BY card.term
