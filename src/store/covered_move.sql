UPDATE covered SET
    known_words = known_words + :known_words,
    words = words + :words,
    known_terms = known_terms + :known_terms,
    terms = terms + :terms,
    ignored = ignored + :ignored,
    known_running = known_running + :known_running,
    unknown = unknown + :unknown,
    unknown_levels = unknown_levels + :unknown_levels
WHERE article = :article
