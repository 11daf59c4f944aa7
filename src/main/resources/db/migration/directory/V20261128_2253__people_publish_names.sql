CREATE VIEW directory.people_person_name AS
SELECT id, display_name, sort_name, search_form FROM directory.people_person;
COMMENT ON VIEW directory.people_person_name IS 'Each person''s name, to show, to order and to search; the code name of a protected person';

CREATE VIEW directory.people_organisation_name AS
SELECT id, name, short_name, other_names, search_form, kind, place FROM directory.people_organisation;
COMMENT ON VIEW directory.people_organisation_name IS 'Each organisation''s names, its kind and its place';

CREATE VIEW directory.people_person_contact AS
SELECT id, display_name, sort_name, languages, contact_points, contact_keys FROM directory.people_person;
COMMENT ON VIEW directory.people_person_contact IS 'How each person is reached; personal data';

CREATE VIEW directory.people_organisation_contact AS
SELECT id, contact_keys FROM directory.people_organisation;
COMMENT ON VIEW directory.people_organisation_contact IS 'How each organisation is reached';

CREATE VIEW directory.people_merged_person AS
SELECT id, person, contact_keys FROM directory.people_alias WHERE person IS NOT NULL;
COMMENT ON VIEW directory.people_merged_person IS 'Each record that a person''s record replaced; personal data';

CREATE VIEW directory.people_person_in_clear AS
SELECT id FROM directory.people_person WHERE sealed_at IS NULL AND forgotten_at IS NULL;
COMMENT ON VIEW directory.people_person_in_clear IS 'The people who are neither protected by a code name nor erased';

CREATE VIEW directory.people_held_function AS
SELECT id, person, organisation, title, until FROM directory.people_function;
COMMENT ON VIEW directory.people_held_function IS 'Each function that a person holds in an organisation, to its last day';

CREATE VIEW directory.people_network AS
SELECT member, parent, nature, daterange(since, until, '[]') AS days FROM directory.people_affiliation;
COMMENT ON VIEW directory.people_network IS 'Which organisation belonged to which other, and on which days';

CREATE VIEW directory.people_list_export AS
SELECT id, at, actor_label, form, persons FROM directory.people_takeout;
COMMENT ON VIEW directory.people_list_export IS 'Each export of a list of people, without its content';

REVOKE INSERT, UPDATE, DELETE ON directory.people_person_name, directory.people_organisation_name,
    directory.people_person_contact, directory.people_organisation_contact, directory.people_merged_person,
    directory.people_person_in_clear, directory.people_held_function, directory.people_network, directory.people_list_export
    FROM ${application};
