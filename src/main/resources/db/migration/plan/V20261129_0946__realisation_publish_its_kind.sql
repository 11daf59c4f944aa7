CREATE OR REPLACE VIEW plan.realisation_summary AS
SELECT id, state, title, starts_on, ends_on, staff_hours, volunteer_hours, recorded_by, recorded_at, search_form, kind
  FROM plan.realisation;
COMMENT ON VIEW plan.realisation_summary IS 'Each realisation with its kind, its days, its state, its estimated hours and the account that recorded it';
