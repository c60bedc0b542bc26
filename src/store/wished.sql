-- What is wished for over all cards in review: their decks' retentions, the usual one elsewhere.
WITH own AS (
    SELECT article_term.term, max(deck.retention) AS retention
    FROM deck
    JOIN deck_article ON deck_article.deck = deck.id
    JOIN article_term ON article_term.article = deck_article.article
    WHERE deck.retention IS NOT NULL
    GROUP BY article_term.term
)
SELECT avg(coalesce(own.retention, :usual)) AS wished
FROM card
JOIN term ON term.id = card.term
LEFT JOIN own ON own.term = card.term
WHERE card.state = 'review' AND card.status = 'active' AND term.kind <> 'name'
