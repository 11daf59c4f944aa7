-- The time zone by which other modules count days in SQL.
CREATE VIEW platform.settings_zone AS SELECT zone FROM platform.settings_organisation;
REVOKE INSERT, UPDATE, DELETE ON platform.settings_zone FROM ${application};
