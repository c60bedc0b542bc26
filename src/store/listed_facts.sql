-- A term with what the articles of open decks tell of it; where it is in none of these, what all articles tell.
SELECT
    term.id AS term_id,
    term.key,
    term.pos,
    term.kind,
    term.term AS shown,
    term.parts,
    max(own.open) AS open,
    coalesce(sum(own.count) FILTER (WHERE own.open), sum(own.count)) AS count,
    coalesce(sum(own.nested) FILTER (WHERE own.open), sum(own.nested)) AS nested,
    coalesce(max(own.in_title) FILTER (WHERE own.open), max(own.in_title)) AS in_title
FROM (
    SELECT
        article_term.term,
        article_term.count,
        article_term.nested,
        article_term.in_title,
        EXISTS (
            SELECT 1
            FROM deck_article
            WHERE deck_article.article = article_term.article AND deck_article.deck IN open_deck
        ) AS open
    FROM article_term
    WHERE article_term.term = :term
) AS own
JOIN term ON term.id = own.term
GROUP BY own.term
