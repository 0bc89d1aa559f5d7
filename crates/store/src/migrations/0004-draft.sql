-- The plan that is being written, if any: present state, not a fact, and replaced at each change. Only added: an
-- older program goes on with what it knows, and reads none of this.
CREATE TABLE draft (
    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    content  TEXT    NOT NULL CHECK (json_valid(content)),
    saved_at INTEGER NOT NULL
) STRICT;
