-- How long a bout was that is done for so many minutes, such as a walk, where it was done in part and the person said so.
-- A column of its own, because `seconds` belongs to what a session saw: its check cannot be loosened without writing the
-- whole table anew, and that would go through the triggers that keep records from being removed. Only added to: an older
-- program reads the part without its minutes.
ALTER TABLE record ADD COLUMN part_seconds INTEGER CHECK (part_seconds IS NULL OR (part_seconds BETWEEN 0 AND 86400 AND outcome = 'partly'));
