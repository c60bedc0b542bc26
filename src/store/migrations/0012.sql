-- Whether the answer was a card's first one and its interval was eased, because all parts of the compound were known. Such
-- cards begin with another memory than the weights give, which a fit of the weights must know.
ALTER TABLE review ADD COLUMN head_start INTEGER NOT NULL DEFAULT 0;
