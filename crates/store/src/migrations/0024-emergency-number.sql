-- The emergency number where somebody is, in their own entry; NULL: as the region of the system has it. Only added: an older
-- program neither reads nor changes it.
ALTER TABLE settings ADD COLUMN emergency_number TEXT CHECK (length(emergency_number) BETWEEN 2 AND 20);
