-- What was entered hour by hour replaces the estimate, for the team and for volunteers apart; whoever keeps the hours says
-- the sums. What counts is one column of each, so that no reader has to choose.
ALTER TABLE plan.realisation
    ADD COLUMN worked_staff_hours numeric(9,2),
    ADD COLUMN worked_volunteer_hours numeric(9,2),
    ADD COLUMN counted_staff_hours numeric(9,2)
        GENERATED ALWAYS AS (coalesce(worked_staff_hours, staff_hours)) STORED,
    ADD COLUMN counted_volunteer_hours numeric(9,2)
        GENERATED ALWAYS AS (coalesce(worked_volunteer_hours, volunteer_hours)) STORED,
    ADD CONSTRAINT realisation_worked_hours_are_sound CHECK (worked_staff_hours > 0 AND worked_volunteer_hours > 0);
COMMENT ON COLUMN plan.realisation.worked_staff_hours IS 'The sum of what the team entered; null where nobody did, and the estimate counts';
COMMENT ON COLUMN plan.realisation.worked_volunteer_hours IS 'The same of volunteers';

SELECT platform.audit_attach('plan.realisation');
