-- What was answered about the warning signs, and who said that the person may go on. Only added to: an older
-- program reads none of this, so that one which is still open goes on prompting until it is closed.
-- corrects: the answer that this one replaces, because that was a mistaken tap; both stay.
-- day: on which it was entered. said_on: on which somebody said that the person may go on.
CREATE TABLE sign_fact (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    zone       TEXT    NOT NULL CHECK (length(zone) > 0),
    entered_by TEXT    NOT NULL CHECK (entered_by IN ('person', 'helper')),
    corrects   TEXT    REFERENCES sign_fact (id) CHECK (corrects <> id),
    kind       TEXT    NOT NULL CHECK (kind IN ('yes', 'no', 'go-on')),
    who        TEXT    CHECK (length(who) BETWEEN 1 AND 120),
    said_on    TEXT    CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND said_on <= day),
    CHECK ((kind = 'go-on') = (who IS NOT NULL)),
    CHECK ((kind = 'go-on') = (said_on IS NOT NULL)),
    CHECK (corrects IS NULL OR kind <> 'go-on')
) STRICT;

CREATE INDEX sign_fact_at ON sign_fact (at);
-- A yes, what replaced one, and what ended it: few, and read each time. Of every other no only the last matters.
CREATE INDEX sign_fact_stops ON sign_fact (at) WHERE kind <> 'no' OR corrects IS NOT NULL;
-- A correction names the end of the chain.
CREATE UNIQUE INDEX sign_fact_corrects ON sign_fact (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER sign_fact_is_never_changed BEFORE UPDATE ON sign_fact
BEGIN SELECT RAISE(ABORT, 'a fact is followed by another, never changed'); END;
CREATE TRIGGER sign_fact_is_never_removed BEFORE DELETE ON sign_fact
BEGIN SELECT RAISE(ABORT, 'a fact is followed by another, never removed'); END;
