-- Only in builds with the feature next-schema-for-tests: a change that older programs cannot follow.
CREATE TABLE next_for_tests (id INTEGER NOT NULL PRIMARY KEY) STRICT;
UPDATE meta SET min_compatible = 31 WHERE one = 1;
