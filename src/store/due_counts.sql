-- Cards in steps of minutes are due on the day that is today.
SELECT day, count(*) AS cards
FROM (
    SELECT max(due_day, :today) AS day FROM card
    JOIN term ON term.id = card.term AND term.kind <> 'name'
    WHERE status = 'active' AND state <> 'new' AND due_day IS NOT NULL
    UNION ALL
    SELECT :today AS day FROM card
    JOIN term ON term.id = card.term AND term.kind <> 'name'
    WHERE status = 'active' AND state <> 'new' AND due_at IS NOT NULL AND due_at <= :now + 86400000
)
GROUP BY day
ORDER BY day
