-- A no to the warning signs, or somebody's word that the person may go on, that was not meant and is taken back. The kinds
-- of this table are fixed, so such a row says 'no' and means what stands here. A program that does not know it would go on
-- with a word that was taken back, so it no longer writes here.
ALTER TABLE sign_fact ADD COLUMN withdraws TEXT REFERENCES sign_fact (id) CHECK (withdraws IS NULL OR (withdraws <> id AND kind = 'no' AND corrects IS NULL));
CREATE UNIQUE INDEX sign_fact_withdraws ON sign_fact (withdraws) WHERE withdraws IS NOT NULL;
-- What was taken back may have replaced an answer, which may be replaced again. What else is said twice is refused in code.
DROP INDEX sign_fact_corrects;
UPDATE meta SET min_compatible = 25 WHERE one = 1;
