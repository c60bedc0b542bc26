-- Senses that an English query finds, the shortest gloss first: what is only "to advance" says it better than a sentence
-- in which the word stands. The inner query stops early.
SELECT dictionary.name AS dictionary_name, word, hanja, pos, level, pronunciation, gloss, definition, example
FROM (SELECT rowid AS found FROM sense_text WHERE sense_text MATCH :query LIMIT :candidates)
JOIN sense ON sense.id = found
JOIN entry ON entry.id = sense.entry
JOIN dictionary ON dictionary.id = entry.dictionary
ORDER BY
    length(gloss), (SELECT min(rank) FROM frequency WHERE frequency.key = entry.key) NULLS LAST, level NULLS LAST,
    dictionary.priority, sense.id
LIMIT :limit
