-- The session under way: one row, or none. Present state, not history: what was done in it stands in record. It is
-- written when a session begins and removed when it is over, so that one that was cut off can be found again.
CREATE TABLE open_session (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    begun INTEGER NOT NULL,
    plan  TEXT    NOT NULL REFERENCES plan (id),
    day   TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    round TEXT,
    line  TEXT,
    nth   INTEGER CHECK (nth BETWEEN 1 AND 255),
    CHECK (round IS NOT NULL OR line IS NOT NULL),
    CHECK (round IS NULL OR nth IS NULL)
) STRICT;
