-- What the person measures of themselves by hand. Only added to: an older program reads none of this.
-- An entry is corrected, or taken back ('withdrawn'), by one that names the end of its chain.
-- `on_day` is the day on which it was entered; `day` the one that it speaks of, for 'chair-stand-ok' that on which
-- somebody said so.
-- value: of a number, and 0 to 10 of a 'rating'. words: of an 'activity', and who said a 'chair-stand-ok'.
-- activity: the first entry of the activity that is rated. asked: whether it is rated from now on.
CREATE TABLE measure_fact (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES measure_fact (id) CHECK (corrects <> id),
    kind       TEXT    NOT NULL CHECK (kind IN ('chair-stand', 'sitting', 'steps', 'activity', 'rating', 'chair-stand-hurt', 'chair-stand-ok', 'withdrawn')),
    day        TEXT    CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND day <= on_day),
    value      INTEGER,
    words      TEXT    CHECK (length(words) BETWEEN 1 AND 120),
    activity   TEXT    REFERENCES measure_fact (id),
    asked      INTEGER CHECK (asked IN (0, 1)),
    CHECK ((kind IN ('activity', 'withdrawn')) = (day IS NULL)),
    CHECK ((kind IN ('chair-stand', 'sitting', 'steps', 'rating')) = (value IS NOT NULL)),
    CHECK (value IS NULL OR value BETWEEN 0 AND
           CASE kind WHEN 'chair-stand' THEN 30 WHEN 'sitting' THEN 600 WHEN 'steps' THEN 100000 ELSE 10 END),
    CHECK ((kind IN ('activity', 'chair-stand-ok')) = (words IS NOT NULL)),
    CHECK ((kind = 'rating') = (activity IS NOT NULL)),
    CHECK ((kind = 'activity') = (asked IS NOT NULL)),
    CHECK (kind <> 'withdrawn' OR corrects IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX measure_fact_corrects ON measure_fact (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER measure_fact_is_never_changed BEFORE UPDATE ON measure_fact
BEGIN SELECT RAISE(ABORT, 'a fact is followed by another, never changed'); END;
CREATE TRIGGER measure_fact_is_never_removed BEFORE DELETE ON measure_fact
BEGIN SELECT RAISE(ABORT, 'a fact is withdrawn, never removed'); END;
