SELECT
    term.*,
    card.term AS term_id, card.state, card.step, card.stability, card.difficulty, card.due_at, card.due_day,
    card.last_review, card.reps, card.lapses, card.status, card.buried_until
FROM card
JOIN term ON term.id = card.term
WHERE card.state = 'new'
  AND card.status = 'active'
  AND term.kind <> 'name'
  AND (card.buried_until IS NULL OR card.buried_until <= :today)
  AND EXISTS (SELECT 1 FROM cloze WHERE cloze.term = card.term)
  AND (:deck IS NULL OR EXISTS (
        SELECT 1 FROM article_term JOIN deck_article USING (article)
        WHERE article_term.term = card.term AND deck_article.deck = :deck))
ORDER BY card.term
