UPDATE card SET
    state = :state,
    step = :step,
    stability = :stability,
    difficulty = :difficulty,
    due_at = :due_at,
    due_day = :due_day,
    last_review_at = :last_review_at,
    reps = :reps,
    lapses = :lapses,
    status = :status,
    buried_until = :buried_until,
    leech = :leech,
    flagged = :flagged
WHERE term = :term
