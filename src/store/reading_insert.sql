INSERT INTO reading (
    article, at, day, duration_ms, syllables, first, last, finished, known_words, words, known_terms, terms
)
VALUES (
    :article, :at, :day, :duration_ms, :syllables, :first, :last, :finished, :known_words, :words, :known_terms, :terms
)
