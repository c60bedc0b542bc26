-- Strikes a review out, if it stands and no later one of its card does.
INSERT INTO review_undone (review, at)
SELECT standing.id, :at
FROM standing
WHERE
    standing.id = :review
    AND standing.term = :term
    AND NOT EXISTS (SELECT 1 FROM standing AS later WHERE later.term = :term AND later.id > :review)
