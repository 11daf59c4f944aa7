CREATE VIEW plan.time_approved_entry AS
SELECT e.id, e.person, e.day, e.hours, e.volunteer
  FROM plan.time_entry e JOIN plan.time_sheet s ON s.person = e.person AND s.monday = e.monday
 WHERE s.state = 'APPROVED';
COMMENT ON VIEW plan.time_approved_entry IS 'The hours of each approved week, by entry; volunteer ones are not paid';

CREATE VIEW plan.time_contract_term AS
SELECT id, person, starts_on, ends_on, approver,
       monday + tuesday + wednesday + thursday + friday + saturday + sunday AS weekly_hours
  FROM plan.time_contract;
COMMENT ON VIEW plan.time_contract_term IS 'Period, weekly hours and approver of each contract';

REVOKE INSERT, UPDATE, DELETE ON plan.time_approved_entry, plan.time_contract_term FROM ${application};
