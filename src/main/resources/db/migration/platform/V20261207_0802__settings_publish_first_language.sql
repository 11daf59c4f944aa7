-- The first language of the organisation, in which other modules prefer a text in SQL.
CREATE VIEW platform.settings_language AS SELECT languages[1] AS language FROM platform.settings_organisation;
REVOKE INSERT, UPDATE, DELETE ON platform.settings_language FROM ${application};
