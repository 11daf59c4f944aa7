-- The record that a realisation comes from, for titles in other languages.
CREATE VIEW plan.realisation_source AS
SELECT id AS realisation, source_module AS module, source_id FROM plan.realisation WHERE source_module IS NOT NULL;
COMMENT ON VIEW plan.realisation_source IS 'The module and the record that a realisation comes from; none for one entered by hand';
REVOKE INSERT, UPDATE, DELETE ON plan.realisation_source FROM ${application};
