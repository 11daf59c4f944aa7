-- The tool or kit that a presentation is prepared from, beside the words that name it.
ALTER TABLE outreach.congress_representation ADD COLUMN kit_record uuid;
COMMENT ON COLUMN outreach.congress_representation.kit_record IS 'A record of another module, which gives its title and address; null for none';
