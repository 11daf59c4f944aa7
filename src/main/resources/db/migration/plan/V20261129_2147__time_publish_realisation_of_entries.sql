CREATE OR REPLACE VIEW plan.time_approved_entry AS
SELECT e.id, e.person, e.day, e.hours, e.volunteer, e.realisation
  FROM plan.time_entry e JOIN plan.time_sheet s ON s.person = e.person AND s.monday = e.monday
 WHERE s.state = 'APPROVED';
