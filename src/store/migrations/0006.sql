-- What a card is besides its memory: forgotten too often (the schedule says so), and marked by the learner.
ALTER TABLE card ADD COLUMN leech INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;

-- The card before an answer is kept whole.
ALTER TABLE review ADD COLUMN before_leech INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN before_flagged INTEGER NOT NULL DEFAULT 0;

-- The chance of recall that a deck wishes for; NULL for the usual one.
ALTER TABLE deck ADD COLUMN retention REAL;
