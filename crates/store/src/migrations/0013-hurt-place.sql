-- Where it hurt, where that is neither back nor leg: somewhere else, or nobody said. The check of `pain_place` wants one
-- of the two and cannot be changed without writing facts anew, so these rows say 'back' there and mean what stands here.
-- Only added to: an older program reads such a row as one without a number of the back, which no rule is about.
ALTER TABLE rule_fact ADD COLUMN other_place TEXT CHECK (other_place IS NULL OR (other_place IN ('elsewhere', 'not-said') AND kind = 'hurt' AND pain_place = 'back'));
