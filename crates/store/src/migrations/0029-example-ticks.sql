-- The lines of example plans that are ticked while no plan was made of them: present state, not a fact. A line stands here as
-- it was shown when it was ticked, so that no other line is ever switched on by it. Only added: an older program goes on with
-- what it knows, and reads none of this.
CREATE TABLE example_tick (
    template TEXT    NOT NULL,
    line     TEXT    NOT NULL,
    shown    TEXT    NOT NULL CHECK (json_valid(shown)),
    at       INTEGER NOT NULL,
    PRIMARY KEY (template, line)
) STRICT;
