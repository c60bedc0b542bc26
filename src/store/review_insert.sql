INSERT INTO review (
    term, cloze, at, day, zone_minutes, mode, grade, proposed, typed, verdict, hints, duration_ms, interval_days,
    before_state, before_step, before_stability, before_difficulty, before_due_at, before_due_day,
    before_last_review_at, before_reps, before_lapses, before_status, before_buried_until,
    before_leech, before_flagged, after_state, after_step, after_stability, after_difficulty, after_due_at, after_due_day,
    after_reps, after_lapses, head_start
) VALUES (
    :term, :cloze, :at, :day, :zone_minutes, :mode, :grade, :proposed, :typed, :verdict, :hints, :duration_ms,
    :interval_days,
    :before_state, :before_step, :before_stability, :before_difficulty, :before_due_at, :before_due_day,
    :before_last_review_at, :before_reps, :before_lapses, :before_status, :before_buried_until,
    :before_leech, :before_flagged, :after_state, :after_step, :after_stability, :after_difficulty, :after_due_at, :after_due_day,
    :after_reps, :after_lapses, :head_start
)
