-- Why a bout was done in part only, where the person said so. A column of its own, because `reason` belongs to what was
-- skipped. Only added to: an older program reads the part without its reason.
ALTER TABLE record ADD COLUMN part_reason TEXT CHECK (part_reason IS NULL OR (part_reason IN ('pain', 'tired', 'no-time', 'not-sure-how', 'other') AND outcome = 'partly'));
