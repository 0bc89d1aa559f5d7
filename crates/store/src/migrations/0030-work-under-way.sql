-- What the session under way has seen of the set or the walk in hand and has not recorded yet: one row, or none. Present
-- state, not a fact, replaced while the set goes on and removed with the record of it, so that what an end without warning
-- leaves here is recorded by the next start. Only added: an older program records its sets whole and reads none of this.
CREATE TABLE work_under_way (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    day     TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    content TEXT    NOT NULL CHECK (json_valid(content))
) STRICT;
