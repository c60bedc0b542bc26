SELECT dictionary.name AS dictionary_name, word, hanja, pos, level, pronunciation, gloss, definition, example
FROM entry
JOIN dictionary ON dictionary.id = entry.dictionary
JOIN sense ON sense.entry = entry.id
WHERE entry.key = ?1
ORDER BY dictionary.priority, entry.id, sense.id
LIMIT 200
