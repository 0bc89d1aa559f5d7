-- The start of the machine after which what had been on the screen was let go, so that it is told again once a start.
-- Present state, not a fact. Only added: an older program goes on with what it knows, and reads none of this.
ALTER TABLE meta ADD COLUMN machine_started INTEGER;
