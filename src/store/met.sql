-- What was answered on a day: the terms, and the sentences they were asked in.
SELECT DISTINCT
    term.key,
    term.parts,
    sentence.article,
    sentence.text AS sentence
FROM standing
JOIN term ON term.id = standing.term
JOIN cloze ON cloze.id = standing.cloze
JOIN sentence ON sentence.id = cloze.sentence
WHERE standing.day = :today
