SELECT
    count(*) FILTER (WHERE before_state = 'new') AS new,
    count(*) FILTER (WHERE before_state = 'review') AS reviews
FROM review
WHERE day = :today
  AND NOT EXISTS (SELECT 1 FROM review_undone WHERE review_undone.review = review.id)
  AND (:deck IS NULL OR EXISTS (
        SELECT 1 FROM article_term JOIN deck_article USING (article)
        WHERE article_term.term = review.term AND deck_article.deck = :deck))
