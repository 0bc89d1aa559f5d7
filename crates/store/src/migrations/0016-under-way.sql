-- What is under way, for a program that takes it up again. Present state, not history. Only added: an older program begins
-- a session without these, and reads none of it.

-- How the session goes, where the person changed it in the middle: how repetitions are counted (NULL: as the settings
-- say), and the seconds that each movement takes more than its own pace.
ALTER TABLE open_session ADD COLUMN counting TEXT CHECK (counting IN ('by-pace', 'by-tap'));
ALTER TABLE open_session ADD COLUMN pace INTEGER NOT NULL DEFAULT 0 CHECK (pace BETWEEN -1 AND 3);

-- Since when somebody sits who times how long they can: one row, or none. What was measured stands in measure_fact.
CREATE TABLE sitting (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    since INTEGER NOT NULL
) STRICT;
