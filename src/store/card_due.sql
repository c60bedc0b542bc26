    AND card.status = 'active'
    AND (card.due_day <= :today OR card.due_at <= :until)
    AND card.state <> 'new'
    AND (card.buried_until IS NULL OR card.buried_until <= :today)
ORDER BY card.due_day IS NULL, card.due_day, card.due_at, card.term
