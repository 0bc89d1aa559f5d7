-- How a round is led without hands: how loud its tones and its voice are, what the screen does, and whether it is
-- shown big. Only added: an older program goes on with what it knows, and neither reads nor changes these.
ALTER TABLE settings ADD COLUMN tones TEXT NOT NULL DEFAULT 'medium' CHECK (tones IN ('off', 'soft', 'medium', 'loud'));
ALTER TABLE settings ADD COLUMN voice TEXT NOT NULL DEFAULT 'medium' CHECK (voice IN ('off', 'soft', 'medium', 'loud'));
ALTER TABLE settings ADD COLUMN screen TEXT NOT NULL DEFAULT 'dimmed' CHECK (screen IN ('as-device', 'on', 'dimmed'));
ALTER TABLE settings ADD COLUMN big INTEGER NOT NULL DEFAULT 0 CHECK (big IN (0, 1));
