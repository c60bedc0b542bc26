-- What a session asks while it opens must not cost more with every review. Wrong answers are few among all: they have
-- indexes of their own, by the term that was asked and by the word that was given in its place.
CREATE INDEX review_wrong ON review (term) WHERE verdict = 'wrong' AND typed IS NOT NULL;
CREATE INDEX review_wrong_word ON review (replace(lower(typed), ' ', '')) WHERE verdict = 'wrong' AND typed IS NOT NULL;
CREATE INDEX practice_wrong ON practice (term) WHERE verdict = 'wrong' AND typed IS NOT NULL;
CREATE INDEX practice_wrong_word ON practice (replace(lower(typed), ' ', '')) WHERE verdict = 'wrong' AND typed IS NOT NULL;

-- Compounds speak for each other when new terms are ranked.
CREATE INDEX term_compound ON term (parts) WHERE kind = 'compound';
