-- The first schema. Facts (plan_revision, record, evidence, app_opened) are append-only, and the
-- triggers below keep that promise against our own mistakes too. Days are ISO dates, instants are
-- integer milliseconds since 1970 (UTC), names are text.

PRAGMA application_id = 1114339187; -- "Bkws"

-- min_compatible: the oldest schema version whose programs may still write here.
CREATE TABLE meta (
    one            INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    min_compatible INTEGER NOT NULL CHECK (min_compatible >= 1)
) STRICT;

INSERT INTO meta (one, min_compatible) VALUES (1, 1);

CREATE TABLE plan (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64)
) STRICT;

-- file: the canonical text of the plan file, complete in itself.
CREATE TABLE plan_revision (
    seq           INTEGER NOT NULL PRIMARY KEY,
    plan          TEXT    NOT NULL REFERENCES plan (id),
    number        INTEGER NOT NULL CHECK (number >= 0),
    in_force_from TEXT    NOT NULL CHECK (in_force_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    imported_at   INTEGER NOT NULL UNIQUE,
    file          TEXT    NOT NULL CHECK (length(file) > 0)
) STRICT;

CREATE TABLE record (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at          INTEGER NOT NULL,
    zone        TEXT    NOT NULL CHECK (length(zone) > 0),
    entered     TEXT    NOT NULL CHECK (entered IN ('live', 'later')),
    entered_by  TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects    TEXT    REFERENCES record (id) CHECK (corrects <> id),
    -- A withdrawal carries the day of what it takes back, so that both are read together.
    day         TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    kind        TEXT    NOT NULL CHECK (kind IN ('work', 'bout', 'pain', 'withdrawn')),
    plan        TEXT    REFERENCES plan (id),
    line        TEXT,
    round       TEXT,
    nth         INTEGER CHECK (nth BETWEEN 1 AND 255),
    set_no      INTEGER CHECK (set_no BETWEEN 1 AND 100),
    side        TEXT    CHECK (side IN ('both', 'left', 'right')),
    repetitions INTEGER CHECK (repetitions BETWEEN 0 AND 10000),
    seconds     INTEGER CHECK (seconds BETWEEN 0 AND 86400),
    outcome     TEXT    CHECK (outcome IN ('done', 'partly', 'skipped', 'said-not-done')),
    sets        INTEGER CHECK (sets BETWEEN 0 AND 100),
    reason      TEXT    CHECK (reason IN ('pain', 'tired', 'no-time', 'not-sure-how', 'other')),
    note        TEXT    CHECK (length(note) BETWEEN 1 AND 2000),
    pain_place  TEXT    CHECK (pain_place IN ('back', 'leg')),
    score       INTEGER CHECK (score BETWEEN 0 AND 10),
    CHECK ((kind IN ('work', 'bout')) = (plan IS NOT NULL)),
    CHECK ((kind IN ('work', 'bout')) = (line IS NOT NULL)),
    CHECK ((kind IN ('work', 'bout')) = ((round IS NULL) <> (nth IS NULL))),
    CHECK (kind IN ('work', 'bout') OR round IS NULL),
    CHECK ((kind = 'work') = (set_no IS NOT NULL)),
    CHECK ((kind = 'work') = (side IS NOT NULL)),
    CHECK ((kind = 'work') = (seconds IS NOT NULL)),
    CHECK (kind <> 'work' OR repetitions IS NOT NULL),
    CHECK ((kind = 'bout') = (outcome IS NOT NULL)),
    CHECK (repetitions IS NULL OR kind = 'work' OR outcome IS 'partly'),
    CHECK (sets IS NULL OR outcome IS 'partly'),
    CHECK ((reason IS NOT NULL) = (outcome IS 'skipped')),
    CHECK (note IS NULL OR kind = 'bout'),
    CHECK ((kind = 'pain') = (pain_place IS NOT NULL)),
    CHECK ((kind = 'pain') = (score IS NOT NULL)),
    CHECK (kind <> 'withdrawn' OR corrects IS NOT NULL)
) STRICT;

CREATE INDEX record_day ON record (day);
-- A correction names the end of the chain, so what stands never hangs on a clock that jumped.
CREATE UNIQUE INDEX record_corrects ON record (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE evidence (
    plan  TEXT    NOT NULL REFERENCES plan (id),
    round TEXT    NOT NULL,
    day   TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    kind  TEXT    NOT NULL CHECK (kind IN ('shown', 'silent-because-done', 'switched-off', 'undeliverable', 'app-open')),
    at    INTEGER NOT NULL,
    PRIMARY KEY (day, plan, round, kind)
) STRICT;

CREATE TABLE app_opened (
    seq INTEGER NOT NULL PRIMARY KEY,
    day TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    at  INTEGER NOT NULL
) STRICT;

CREATE INDEX app_opened_day ON app_opened (day);
CREATE INDEX app_opened_at ON app_opened (at);

-- How far each reminder has come: present state, not history. History is in evidence.
CREATE TABLE reminder (
    plan          TEXT    NOT NULL REFERENCES plan (id),
    round         TEXT    NOT NULL,
    day           TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    state         TEXT    NOT NULL CHECK (state IN ('claimed', 'shown', 'snoozed', 'closed')),
    claimed_until INTEGER,
    snoozed_until INTEGER,
    attempts      INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    PRIMARY KEY (day, plan, round),
    CHECK ((state = 'claimed') = (claimed_until IS NOT NULL)),
    CHECK ((state = 'snoozed') = (snoozed_until IS NOT NULL))
) STRICT;

-- What is still on somebody's screen is asked for at every wake, years of closed ones are not.
CREATE INDEX reminder_open ON reminder (day) WHERE state <> 'closed';

CREATE TABLE last_delivery (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    at    INTEGER NOT NULL,
    taken INTEGER NOT NULL CHECK (taken IN (0, 1))
) STRICT;

-- Reminders are off until the person has been asked.
CREATE TABLE settings (
    one       INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    reminders INTEGER NOT NULL DEFAULT 0 CHECK (reminders IN (0, 1)),
    look      TEXT    NOT NULL DEFAULT 'system' CHECK (look IN ('system', 'light', 'dark'))
) STRICT;

INSERT INTO settings (one) VALUES (1);

CREATE TRIGGER plan_revision_is_never_changed BEFORE UPDATE ON plan_revision
BEGIN SELECT RAISE(ABORT, 'a plan revision is never changed'); END;
CREATE TRIGGER plan_revision_is_never_removed BEFORE DELETE ON plan_revision
BEGIN SELECT RAISE(ABORT, 'a plan revision is never removed'); END;
CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'a record is corrected, never changed'); END;
CREATE TRIGGER record_is_never_removed BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'a record is withdrawn, never removed'); END;
CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER evidence_is_never_removed BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never removed'); END;
CREATE TRIGGER app_opened_is_never_changed BEFORE UPDATE ON app_opened
BEGIN SELECT RAISE(ABORT, 'an opening is never changed'); END;
CREATE TRIGGER app_opened_is_never_removed BEFORE DELETE ON app_opened
BEGIN SELECT RAISE(ABORT, 'an opening is never removed'); END;
