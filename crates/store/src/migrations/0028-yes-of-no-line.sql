-- A yes to a question that was asked because it hurts, of no line. The check of this table wants a line with each, so these
-- rows have the name of the question there, which means nothing. Only added: an older program reads such a row as a yes of a
-- line that no plan has, which stops the same exercises.
ALTER TABLE rule_fact ADD COLUMN of_no_line INTEGER CHECK (of_no_line IS NULL OR (of_no_line = 1 AND kind = 'asked-and-yes'));
