-- Facts about a plan rather than about one bout: what the team said, pauses, bad days, limits that are over,
-- stages agreed to. Only added to: an older program goes on writing what it knows, and reads none of this.
-- A pause has its first day in `day` and its last in `through`. An answer holds from `day`, on which it was
-- entered, and was given on `said_on`. It counts while the plan says the same as in `revision`.
CREATE TABLE plan_fact (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered    TEXT    NOT NULL CHECK (entered IN ('live', 'later')),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES plan_fact (id) CHECK (corrects <> id),
    day        TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    kind       TEXT    NOT NULL CHECK (kind IN ('clearance', 'pause', 'resumed', 'bad-day', 'limit-over', 'stage-agreed', 'withdrawn')),
    plan       TEXT    REFERENCES plan (id),
    revision   INTEGER CHECK (revision >= 0),
    subject    TEXT    CHECK (length(subject) BETWEEN 1 AND 1000),
    answer     TEXT    CHECK (answer IN ('yes', 'not-yet', 'no')),
    who        TEXT    CHECK (length(who) BETWEEN 1 AND 120),
    how        TEXT    CHECK (length(how) BETWEEN 1 AND 120),
    through    TEXT    CHECK (through GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND through >= day),
    stage      INTEGER CHECK (stage BETWEEN 1 AND 100),
    said_on    TEXT    CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND said_on <= day),
    CHECK ((kind IN ('clearance', 'limit-over', 'stage-agreed')) = (plan IS NOT NULL)),
    CHECK ((kind IN ('clearance', 'limit-over', 'stage-agreed')) = (revision IS NOT NULL)),
    CHECK ((kind IN ('clearance', 'limit-over', 'stage-agreed')) = (subject IS NOT NULL)),
    CHECK ((kind IN ('clearance', 'limit-over')) = (said_on IS NOT NULL)),
    CHECK ((kind = 'clearance') = (answer IS NOT NULL)),
    CHECK (who IS NULL OR kind IN ('clearance', 'limit-over')),
    CHECK (how IS NULL OR kind = 'clearance'),
    CHECK (through IS NULL OR kind = 'pause'),
    CHECK ((kind = 'stage-agreed') = (stage IS NOT NULL)),
    CHECK (kind <> 'withdrawn' OR corrects IS NOT NULL)
) STRICT;

-- A correction names the end of the chain.
CREATE UNIQUE INDEX plan_fact_corrects ON plan_fact (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER plan_fact_is_never_changed BEFORE UPDATE ON plan_fact
BEGIN SELECT RAISE(ABORT, 'a fact is corrected, never changed'); END;
CREATE TRIGGER plan_fact_is_never_removed BEFORE DELETE ON plan_fact
BEGIN SELECT RAISE(ABORT, 'a fact is withdrawn, never removed'); END;
