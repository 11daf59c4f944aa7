CREATE VIEW plan.realisation_participant AS
SELECT o.organisation, o.realisation, r.source_module, r.source_kind
  FROM plan.realisation_organisation o JOIN plan.realisation r ON r.id = o.realisation;
COMMENT ON VIEW plan.realisation_participant IS 'Which organisation took part in which realisation, and the module that recorded it, null by hand';
REVOKE INSERT, UPDATE, DELETE ON plan.realisation_participant FROM ${application};
