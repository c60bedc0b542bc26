-- Each deck with what it holds and what of it waits today. A term belongs to every deck that has it in an article, and
-- once to deck 0, which stands for all of them that are not archived.
WITH
member AS (
    SELECT DISTINCT deck_article.deck, article_term.term
    FROM deck_article
    JOIN article_term ON article_term.article = deck_article.article
    UNION
    SELECT 0, article_term.term
    FROM deck_article
    JOIN article_term ON article_term.article = deck_article.article
    WHERE deck_article.deck IN open_deck
),
cards AS (
    SELECT
        member.deck,
        count(*) AS terms,
        count(*) FILTER (WHERE card.state = 'new' AND open) AS new,
        count(*) FILTER (WHERE card.state <> 'new' AND open AND (due_at <= :now OR due_day <= :today)) AS due,
        count(*) FILTER (WHERE card.state = 'review' OR card.status = 'known') AS learned
    FROM member
    JOIN (
        SELECT *, status = 'active' AND (buried_until IS NULL OR buried_until <= :today) AS open FROM card
    ) AS card ON card.term = member.term
    WHERE EXISTS (SELECT 1 FROM askable WHERE askable.term = card.term)
    GROUP BY member.deck
),
answers AS (
    SELECT
        member.deck,
        count(*) FILTER (WHERE before_state = 'new') AS new_today,
        count(*) FILTER (WHERE before_state = 'review') AS reviewed_today
    FROM standing
    JOIN member ON member.term = standing.term
    WHERE standing.day = :today
    GROUP BY member.deck
)
SELECT
    deck.id,
    deck.name,
    (SELECT count(DISTINCT article)
     FROM deck_article
     WHERE deck_article.deck = deck.id OR (deck.id = 0 AND deck_article.deck IN open_deck)) AS articles,
    coalesce(terms, 0) AS terms,
    coalesce(new, 0) AS new,
    coalesce(due, 0) AS due,
    coalesce(learned, 0) AS learned,
    coalesce(new_today, 0) AS new_today,
    coalesce(reviewed_today, 0) AS reviewed_today,
    deck.archived
FROM (SELECT id, name, archived FROM deck UNION ALL SELECT 0, '', 0) AS deck
LEFT JOIN cards ON cards.deck = deck.id
LEFT JOIN answers ON answers.deck = deck.id
ORDER BY deck.id
