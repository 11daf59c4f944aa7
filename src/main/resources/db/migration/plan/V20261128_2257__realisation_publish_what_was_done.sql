CREATE VIEW plan.realisation_summary AS
SELECT id, state, title, starts_on, ends_on, staff_hours, volunteer_hours, recorded_by, recorded_at, search_form
  FROM plan.realisation;
COMMENT ON VIEW plan.realisation_summary IS 'Each realisation with its days, its state, its estimated hours and the account that recorded it';

CREATE VIEW plan.realisation_line AS
SELECT realisation, action FROM plan.realisation_served;
COMMENT ON VIEW plan.realisation_line IS 'Which realisation serves which action';

CREATE VIEW plan.realisation_paper AS
SELECT p.realisation, p.document, p.kind, p.publishable
  FROM plan.realisation_document p JOIN platform.document_file d ON d.id = p.document AND NOT d.discarded;
COMMENT ON VIEW plan.realisation_paper IS 'The photographs, attendance sheets and papers of realisations that still exist';

REVOKE INSERT, UPDATE, DELETE ON plan.realisation_summary, plan.realisation_line, plan.realisation_paper FROM ${application};
