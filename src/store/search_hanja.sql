-- Entries written with some hanja, the shortest word first. It goes through all entries: 100,000 of them take some 10 ms.
SELECT dictionary.name AS dictionary_name, word, hanja, pos, level, pronunciation, gloss, definition, example
FROM entry
JOIN dictionary ON dictionary.id = entry.dictionary
JOIN sense ON sense.id = (SELECT min(id) FROM sense WHERE sense.entry = entry.id)
WHERE instr(entry.hanja, :hanja) > 0
ORDER BY
    length(key), (SELECT min(rank) FROM frequency WHERE frequency.key = entry.key) NULLS LAST, level NULLS LAST, key,
    dictionary.priority, entry.id
LIMIT :limit
