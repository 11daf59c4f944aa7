-- Weeks, leave and closures of today are found without those of all the years before.
CREATE INDEX time_sheet_by_week ON plan.time_sheet (monday);
CREATE INDEX time_leave_by_end ON plan.time_leave (ends_on);
CREATE INDEX time_closure_by_end ON plan.time_closure (ends_on);
