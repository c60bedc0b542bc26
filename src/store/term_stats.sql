-- Every term of a deck, or of all, with how often it occurs there. CROSS JOIN keeps SQLite from scanning all
-- occurrences and clozes for the sake of one deck: it goes from the articles to their rows.
WITH
here AS (
    SELECT id
    FROM article
    WHERE EXISTS (
        SELECT 1
        FROM deck_article
        WHERE
            deck_article.article = article.id
            AND (deck_article.deck = :deck OR (:deck IS NULL AND deck_article.deck IN open_deck))
    )
),
first AS (
    -- By sentence and place: articles that were read anew have occurrences with later ids, but the same sentences.
    SELECT occurrence.term, min(occurrence.sentence << 32 | occurrence.start) AS place
    FROM here
    CROSS JOIN sentence ON sentence.article = here.id
    CROSS JOIN occurrence ON occurrence.sentence = sentence.id
    GROUP BY occurrence.term
),
best AS ( -- SQLite takes the other columns from the row that has the maximum
    SELECT cloze.term, cloze.sentence, max(cloze.score)
    FROM here
    CROSS JOIN sentence ON sentence.article = here.id
    CROSS JOIN cloze ON cloze.sentence = sentence.id AND NOT cloze.retired
    GROUP BY cloze.term
),
counts AS (
    SELECT term, sum(count) AS count, sum(nested) AS nested, count(*) AS articles, max(in_title) AS in_title
    FROM here
    CROSS JOIN article_term ON article_term.article = here.id
    GROUP BY term
)
SELECT
    term.id AS term_id,
    term.key,
    term.pos,
    term.kind,
    term.term AS shown,
    term.parts,
    counts.count,
    counts.nested,
    counts.articles,
    counts.in_title,
    (SELECT short_for FROM article_term WHERE article_term.term = term.id AND short_for IS NOT NULL LIMIT 1) AS short_for,
    coalesce(card.status, 'active') AS status,
    coalesce(card.state, 'new') AS state,
    coalesce(card.step, 0) AS step,
    coalesce(card.flagged, 0) AS flagged,
    coalesce(
        (SELECT text FROM sentence WHERE id = best.sentence),
        (SELECT text FROM sentence WHERE id = first.place >> 32)
    ) AS example,
    first.place AS first_seen
FROM counts
JOIN term ON term.id = counts.term
LEFT JOIN card ON card.term = term.id AND term.kind <> 'name'
LEFT JOIN first ON first.term = term.id
LEFT JOIN best ON best.term = term.id
ORDER BY first.place IS NULL, first.place, term.id
