-- What the person said that their team said of limits, or that they answer it later. The kinds of this table and the
-- questions that it knows are fixed, so these rows say 'skipped' and 'plan' and mean what stands here. A program that does
-- not know it would take them for a choice to go without a plan, so it no longer writes here.
ALTER TABLE person_fact ADD COLUMN limits TEXT CHECK (limits IS NULL OR (limits IN ('given', 'none', 'not-told', 'later') AND kind = 'skipped' AND answer = 'plan'));
UPDATE meta SET min_compatible = 22 WHERE one = 1;
