SELECT
    term.id AS term_id,
    term.key,
    term.pos,
    term.kind,
    term.term AS shown,
    term.parts,
    card.state,
    card.step,
    card.stability,
    card.difficulty,
    card.due_at,
    card.due_day,
    card.last_review_at,
    card.reps,
    card.lapses,
    card.status,
    card.buried_until,
    card.leech,
    card.flagged
FROM card
JOIN term ON term.id = card.term
WHERE
    term.kind <> 'name' -- a word that was put on the shelf keeps its card for the day it comes back
