-- How much of a bout that is counted in breaths, steps or metres, where it was done in part and the person said so. Only
-- added to: an older program reads the part without its number.
ALTER TABLE record ADD COLUMN part_unit TEXT CHECK (part_unit IS NULL OR (part_unit IN ('breaths', 'steps', 'metres') AND outcome = 'partly'));
ALTER TABLE record ADD COLUMN part_count INTEGER CHECK ((part_count IS NULL) = (part_unit IS NULL) AND (part_count IS NULL OR part_count BETWEEN 0 AND 1000000));
