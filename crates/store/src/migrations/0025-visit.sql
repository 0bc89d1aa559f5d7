-- The day of the visit at which a revision was made; NULL: at none that anybody told. Only added: an older program takes in
-- revisions without it, and reads none of this.
ALTER TABLE plan_revision ADD COLUMN visit TEXT CHECK (visit GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');
