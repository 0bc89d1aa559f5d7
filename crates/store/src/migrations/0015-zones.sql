-- The zones that the person was seen in: a row where it was another one than before. Only added to: an older program
-- reads none of this, and goes by the zone of the moment. Where there is no row for a moment, the first one holds.
CREATE TABLE zone_seen (
    seq  INTEGER NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL,
    zone TEXT    NOT NULL CHECK (length(zone) > 0)
) STRICT;

CREATE INDEX zone_seen_at ON zone_seen (at);

CREATE TRIGGER zone_seen_is_never_changed BEFORE UPDATE ON zone_seen
BEGIN SELECT RAISE(ABORT, 'a zone that was seen is never changed'); END;
CREATE TRIGGER zone_seen_is_never_removed BEFORE DELETE ON zone_seen
BEGIN SELECT RAISE(ABORT, 'a zone that was seen is never removed'); END;
