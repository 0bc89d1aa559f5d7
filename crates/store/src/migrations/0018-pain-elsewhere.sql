-- From here on pain somewhere else, or of which nobody said where, may have a number, and rules may follow from it. A
-- program that does not know `other_place` would read it as pain in the back, so it no longer writes here.
UPDATE meta SET min_compatible = 17 WHERE one = 1;
