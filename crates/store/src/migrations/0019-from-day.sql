-- From which day on the person may go on, where the team named a day about a stop; NULL: at once. A program that does not
-- know it would go on at once, before that day, so it no longer writes here.
ALTER TABLE rule_fact ADD COLUMN from_day TEXT CHECK (from_day IS NULL OR (kind = 'spoken-to' AND from_day > day AND from_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'));
UPDATE meta SET min_compatible = 18 WHERE one = 1;
