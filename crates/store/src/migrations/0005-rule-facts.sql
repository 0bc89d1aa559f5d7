-- More facts about a plan: what the person said of a step, of pain and of a question that comes first, what was
-- said about a stop. A table of its own, because the kinds of `plan_fact` are fixed.
-- Only added to: an older program goes on writing what it knows, and reads none of this.
CREATE TABLE rule_fact (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at           INTEGER NOT NULL,
    zone         TEXT    NOT NULL CHECK (length(zone) > 0),
    entered      TEXT    NOT NULL CHECK (entered IN ('live', 'later')),
    entered_by   TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects     TEXT    REFERENCES rule_fact (id) CHECK (corrects <> id),
    day          TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    kind         TEXT    NOT NULL CHECK (kind IN ('stage-stayed', 'hurt', 'asked-and-yes', 'spoken-to', 'withdrawn')),
    plan         TEXT    REFERENCES plan (id),
    revision     INTEGER CHECK (revision >= 0),
    line         TEXT,
    stage        INTEGER CHECK (stage BETWEEN 1 AND 100),
    round        TEXT,
    nth          INTEGER CHECK (nth BETWEEN 1 AND 255),
    pain_place   TEXT    CHECK (pain_place IN ('back', 'leg')),
    score        INTEGER CHECK (score BETWEEN 0 AND 10),
    pain_moment  TEXT    CHECK (pain_moment IN ('before', 'during', 'after', 'next-morning')),
    spreading    INTEGER CHECK (spreading IN (0, 1)),
    question     TEXT    CHECK (question IN ('calf')),
    stop         TEXT    REFERENCES rule_fact (id) CHECK (stop <> id),
    who          TEXT    CHECK (length(who) BETWEEN 1 AND 120),
    said_on      TEXT    CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND said_on <= day),
    CHECK ((kind IN ('stage-stayed', 'hurt', 'asked-and-yes')) = (plan IS NOT NULL)),
    CHECK ((kind IN ('stage-stayed', 'hurt', 'asked-and-yes')) = (revision IS NOT NULL)),
    CHECK (kind = 'hurt' OR (kind IN ('stage-stayed', 'asked-and-yes')) = (line IS NOT NULL)),
    CHECK ((kind = 'stage-stayed') = (stage IS NOT NULL)),
    CHECK ((round IS NULL AND nth IS NULL) OR (kind = 'hurt' AND line IS NOT NULL AND (round IS NULL) <> (nth IS NULL))),
    CHECK ((kind = 'hurt') = (pain_place IS NOT NULL)),
    CHECK ((kind = 'hurt') = (pain_moment IS NOT NULL)),
    CHECK ((kind = 'hurt') = (spreading IS NOT NULL)),
    CHECK (score IS NULL OR kind = 'hurt'),
    CHECK ((kind = 'asked-and-yes') = (question IS NOT NULL)),
    CHECK ((kind = 'spoken-to') = (stop IS NOT NULL)),
    CHECK ((kind = 'spoken-to') = (said_on IS NOT NULL)),
    CHECK (who IS NULL OR kind = 'spoken-to'),
    CHECK (kind <> 'withdrawn' OR corrects IS NOT NULL)
) STRICT;

-- A correction names the end of the chain.
CREATE UNIQUE INDEX rule_fact_corrects ON rule_fact (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER rule_fact_is_never_changed BEFORE UPDATE ON rule_fact
BEGIN SELECT RAISE(ABORT, 'a fact is corrected, never changed'); END;
CREATE TRIGGER rule_fact_is_never_removed BEFORE DELETE ON rule_fact
BEGIN SELECT RAISE(ABORT, 'a fact is withdrawn, never removed'); END;

-- Lines whose stages come after so many days done are looked for alone.
CREATE INDEX record_line ON record (plan, line, day) WHERE plan IS NOT NULL;
