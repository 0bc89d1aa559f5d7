-- Why all exercises are stopped, besides pain that moves down the leg: something newly numb or weak, faintness, or a second
-- exercise stopped on the day. The kinds of this table are fixed, so these rows say 'hurt' and mean what stands here. A
-- program that does not know it would go on with exercises that are stopped, so it no longer writes here.
ALTER TABLE rule_fact ADD COLUMN all_stopped TEXT CHECK (all_stopped IS NULL OR (all_stopped IN ('numb', 'faint', 'second-stop') AND kind = 'hurt' AND score IS NULL));
UPDATE meta SET min_compatible = 20 WHERE one = 1;
