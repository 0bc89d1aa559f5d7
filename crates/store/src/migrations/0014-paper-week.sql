-- The boxes of a paper week that are ticked and not kept yet: present state, not a fact, and replaced at each tick.
-- Only added: an older program goes on with what it knows, and reads none of this.
CREATE TABLE paper_week (
    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    content  TEXT    NOT NULL CHECK (json_valid(content)),
    saved_at INTEGER NOT NULL
) STRICT;
