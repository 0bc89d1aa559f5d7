-- How a person wants their sessions to go: the order of the exercises, after how many seconds a change of position or
-- side goes on by itself (NULL: never), and how repetitions are counted. Only added: an older program neither reads nor
-- changes these.
ALTER TABLE settings ADD COLUMN session_order TEXT NOT NULL DEFAULT 'by-position' CHECK (session_order IN ('by-position', 'as-written'));
ALTER TABLE settings ADD COLUMN lead_seconds INTEGER CHECK (lead_seconds IN (30, 60, 90));
ALTER TABLE settings ADD COLUMN counting TEXT NOT NULL DEFAULT 'by-pace' CHECK (counting IN ('by-pace', 'by-tap'));
