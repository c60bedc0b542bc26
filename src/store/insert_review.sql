INSERT INTO review (
    term, cloze, at, day, zone_minutes, mode, grade, proposed, typed, verdict, hints, duration_ms, interval_days,
    before_state, before_step, before_stability, before_difficulty, before_due_at, before_due_day,
    before_last_review, before_reps, before_lapses, after_state, after_stability, after_difficulty
) VALUES (
    :term, :cloze, :at, :day, :zone_minutes, :mode, :grade, :proposed, :typed, :verdict, :hints, :duration_ms,
    :interval_days, :before_state, :before_step, :before_stability, :before_difficulty, :before_due_at,
    :before_due_day, :before_last_review, :before_reps, :before_lapses, :after_state, :after_stability,
    :after_difficulty
)
