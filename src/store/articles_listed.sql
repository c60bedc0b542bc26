SELECT
    article.*,
    (SELECT count(*)
     FROM sentence
     WHERE sentence.article = article.id AND sentence.position >= 0 AND sentence.kind = 'body') AS sentences
FROM present_article AS article
WHERE
    :deck IS NULL
    OR EXISTS (SELECT 1 FROM deck_article WHERE deck = :deck AND deck_article.article = article.id)
ORDER BY article.id
