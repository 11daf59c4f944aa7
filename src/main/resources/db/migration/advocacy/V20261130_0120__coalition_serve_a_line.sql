ALTER TABLE advocacy.coalition ADD COLUMN line uuid;
COMMENT ON COLUMN advocacy.coalition.line IS 'The line of the plan that our part serves';
