-- By-laws may forbid taking part in meetings of a body at a distance (R-GOV-6).
ALTER TABLE outreach.assembly_rules ADD COLUMN on_site_only boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outreach.assembly_rules.on_site_only IS 'Whether the by-laws forbid taking part at a distance';
