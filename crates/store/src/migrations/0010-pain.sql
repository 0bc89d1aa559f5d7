-- How it hurts on a usual morning, and how a round felt. A table of its own, because the kinds of `rule_fact` are
-- fixed. Only added to: an older program goes on writing what it knows, and reads none of this.
-- back, leg: scores of a usual morning; none where it was not rated.
CREATE TABLE pain_fact (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered    TEXT    NOT NULL CHECK (entered IN ('live', 'later')),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES pain_fact (id) CHECK (corrects <> id),
    day        TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    kind       TEXT    NOT NULL CHECK (kind IN ('usual-morning', 'felt', 'withdrawn')),
    back       INTEGER CHECK (back BETWEEN 0 AND 10),
    leg        INTEGER CHECK (leg BETWEEN 0 AND 10),
    plan       TEXT    REFERENCES plan (id),
    revision   INTEGER CHECK (revision >= 0),
    line       TEXT,
    round      TEXT,
    nth        INTEGER CHECK (nth BETWEEN 1 AND 255),
    felt       TEXT    CHECK (felt IN ('fine', 'sore')),
    CHECK (kind = 'usual-morning' OR (back IS NULL AND leg IS NULL)),
    CHECK ((kind = 'felt') = (plan IS NOT NULL)),
    CHECK ((kind = 'felt') = (revision IS NOT NULL)),
    CHECK ((kind = 'felt') = (felt IS NOT NULL)),
    CHECK ((kind = 'felt') = (round IS NOT NULL OR nth IS NOT NULL)),
    CHECK (round IS NULL OR nth IS NULL),
    CHECK ((line IS NOT NULL) = (nth IS NOT NULL)),
    CHECK (kind <> 'withdrawn' OR corrects IS NOT NULL)
) STRICT;

-- A correction names the end of the chain.
CREATE UNIQUE INDEX pain_fact_corrects ON pain_fact (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER pain_fact_is_never_changed BEFORE UPDATE ON pain_fact
BEGIN SELECT RAISE(ABORT, 'a fact is corrected, never changed'); END;
CREATE TRIGGER pain_fact_is_never_removed BEFORE DELETE ON pain_fact
BEGIN SELECT RAISE(ABORT, 'a fact is withdrawn, never removed'); END;

-- The score of the usual morning that a morning was compared with.
ALTER TABLE rule_fact ADD COLUMN usual INTEGER CHECK (usual IS NULL OR (usual BETWEEN 0 AND 10 AND pain_moment = 'next-morning'));
