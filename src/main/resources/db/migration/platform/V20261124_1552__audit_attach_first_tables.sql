-- The tables that were made before there was an audit.
SELECT platform.audit_attach('platform.settings_organisation');
SELECT platform.audit_attach('directory.people_organisation');
SELECT platform.audit_attach('directory.people_person');
SELECT platform.audit_attach('directory.people_function');
SELECT platform.audit_attach('directory.people_affiliation');
