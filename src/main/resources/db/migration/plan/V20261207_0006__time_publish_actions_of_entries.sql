-- Hours that an agreement pays are those of the lines of the plan that it funds.
CREATE OR REPLACE VIEW plan.time_approved_entry AS
SELECT e.id, e.person, e.day, e.hours, e.volunteer, e.realisation, e.action
  FROM plan.time_entry e JOIN plan.time_sheet s ON s.person = e.person AND s.monday = e.monday
 WHERE s.state = 'APPROVED';
