-- Why the person pauses, where they said so; and who of the team said so, else the person's own words. Only added to: an
-- older program reads the pause without its reason.
ALTER TABLE plan_fact ADD COLUMN pause_reason TEXT CHECK (pause_reason IS NULL OR (pause_reason IN ('team', 'ill', 'pain', 'away', 'other') AND kind = 'pause'));
ALTER TABLE plan_fact ADD COLUMN pause_words TEXT CHECK (pause_words IS NULL OR (length(pause_words) BETWEEN 1 AND 120 AND pause_reason IS NOT NULL));
