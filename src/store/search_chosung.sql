-- Entries whose initial consonants stand between two bounds, the exact one first, then what comes soonest behind it. The inner query
-- follows the index and stops early, so that a single letter costs no more than a long word.
SELECT dictionary.name AS dictionary_name, word, hanja, pos, level, pronunciation, gloss, definition, example
FROM (SELECT * FROM entry WHERE chosung >= :from AND chosung < :until ORDER BY chosung LIMIT :candidates) AS entry
JOIN dictionary ON dictionary.id = entry.dictionary
JOIN sense ON sense.id = (SELECT min(id) FROM sense WHERE sense.entry = entry.id)
ORDER BY
    length(key), (SELECT min(rank) FROM frequency WHERE frequency.key = entry.key) NULLS LAST, level NULLS LAST, key,
    dictionary.priority, entry.id
LIMIT :limit
