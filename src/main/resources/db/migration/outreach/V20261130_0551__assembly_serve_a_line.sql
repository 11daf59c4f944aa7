ALTER TABLE outreach.assembly_body ADD COLUMN line uuid;
COMMENT ON COLUMN outreach.assembly_body.line IS 'The line of the plan that its meetings and resolutions serve';
