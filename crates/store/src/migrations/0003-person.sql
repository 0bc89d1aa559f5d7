-- What the person says of themselves, what they walked without a plan, and what they want to ask. Only added
-- to: an older program goes on writing what it knows, and reads none of this.
-- Of several answers about one thing the one entered last stands; a contact, a walk and a question are corrected
-- by an entry that names the end of their chain, and taken back by one of the kind 'withdrawn'.
-- `on_day` is the day on which it was entered.

-- day: of the operation. answer: for 'fusion', 'floor' and 'skipped'. signs: what was there at discharge, each
-- word once with spaces between, empty when nothing was.
CREATE TABLE person_fact (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES person_fact (id) CHECK (corrects <> id),
    kind       TEXT    NOT NULL CHECK (kind IN ('terms', 'operation', 'fusion', 'floor', 'at-discharge', 'contact', 'skipped', 'withdrawn')),
    version    INTEGER CHECK (version BETWEEN 1 AND 1000),
    day        TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    answer     TEXT    CHECK (answer IN ('yes', 'no', 'unknown', 'not-tried',
                              'terms', 'operation', 'fusion', 'floor', 'discharge', 'contacts', 'plan')),
    signs      TEXT    CHECK (length(signs) <= 200),
    note       TEXT    CHECK (length(note) BETWEEN 1 AND 2000),
    name       TEXT    CHECK (length(name) BETWEEN 1 AND 120),
    number     TEXT    CHECK (length(number) BETWEEN 1 AND 120),
    hours      TEXT    CHECK (length(hours) BETWEEN 1 AND 120),
    about      TEXT    CHECK (length(about) BETWEEN 1 AND 120),
    CHECK ((kind = 'terms') = (version IS NOT NULL)),
    CHECK ((kind = 'operation') = (day IS NOT NULL)),
    CHECK ((kind IN ('fusion', 'floor', 'skipped')) = (answer IS NOT NULL)),
    CHECK ((kind = 'at-discharge') = (signs IS NOT NULL)),
    CHECK (note IS NULL OR kind = 'at-discharge'),
    CHECK ((kind = 'contact') = (name IS NOT NULL)),
    CHECK ((kind = 'contact') = (number IS NOT NULL)),
    CHECK (kind = 'contact' OR (hours IS NULL AND about IS NULL)),
    CHECK (corrects IS NULL OR kind IN ('contact', 'withdrawn')),
    CHECK (kind <> 'withdrawn' OR corrects IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX person_fact_corrects ON person_fact (corrects) WHERE corrects IS NOT NULL;

-- day: on which the person walked. A withdrawal carries the day of what it takes back.
CREATE TABLE walk (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES walk (id) CHECK (corrects <> id),
    day        TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND day <= on_day),
    minutes    INTEGER CHECK (minutes BETWEEN 1 AND 600),
    CHECK (minutes IS NOT NULL OR corrects IS NOT NULL)
) STRICT;

CREATE INDEX walk_day ON walk (day);
CREATE UNIQUE INDEX walk_corrects ON walk (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE question (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES question (id) CHECK (corrects <> id),
    text       TEXT    CHECK (length(text) BETWEEN 1 AND 1000),
    asked_on   TEXT    CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    answer     TEXT    CHECK (length(answer) BETWEEN 1 AND 2000),
    CHECK (text IS NOT NULL OR corrects IS NOT NULL),
    CHECK (text IS NOT NULL OR (asked_on IS NULL AND answer IS NULL))
) STRICT;

CREATE UNIQUE INDEX question_corrects ON question (corrects) WHERE corrects IS NOT NULL;

-- Reminders are asked about once, after the first plan. Whoever switched them on has been asked.
ALTER TABLE settings ADD COLUMN reminders_asked INTEGER NOT NULL DEFAULT 0 CHECK (reminders_asked IN (0, 1));
UPDATE settings SET reminders_asked = reminders;
-- The tag of the language; none until the person chose one.
ALTER TABLE settings ADD COLUMN language TEXT CHECK (length(language) BETWEEN 2 AND 35);

CREATE TRIGGER person_fact_is_never_changed BEFORE UPDATE ON person_fact
BEGIN SELECT RAISE(ABORT, 'a fact is followed by another, never changed'); END;
CREATE TRIGGER person_fact_is_never_removed BEFORE DELETE ON person_fact
BEGIN SELECT RAISE(ABORT, 'a fact is withdrawn, never removed'); END;
CREATE TRIGGER walk_is_never_changed BEFORE UPDATE ON walk
BEGIN SELECT RAISE(ABORT, 'a walk is corrected, never changed'); END;
CREATE TRIGGER walk_is_never_removed BEFORE DELETE ON walk
BEGIN SELECT RAISE(ABORT, 'a walk is withdrawn, never removed'); END;
CREATE TRIGGER question_is_never_changed BEFORE UPDATE ON question
BEGIN SELECT RAISE(ABORT, 'a question is corrected, never changed'); END;
CREATE TRIGGER question_is_never_removed BEFORE DELETE ON question
BEGIN SELECT RAISE(ABORT, 'a question is withdrawn, never removed'); END;
