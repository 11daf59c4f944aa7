-- A plan continues an earlier one, line by line; and lines of one plan contribute to lines of another.
ALTER TABLE plan.actionplan_plan
    ADD COLUMN continues uuid,
    ADD CONSTRAINT actionplan_plan_continues_fk FOREIGN KEY (continues) REFERENCES plan.actionplan_plan (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT actionplan_plan_continues_key UNIQUE (continues),
    ADD CONSTRAINT actionplan_plan_does_not_continue_itself CHECK (continues <> id);
COMMENT ON COLUMN plan.actionplan_plan.continues IS 'The plan of the period before, from which it was prepared; continued once';

CREATE TABLE plan.actionplan_lineage (
    line      uuid NOT NULL,
    plan      uuid NOT NULL,
    continues uuid NOT NULL,
    CONSTRAINT actionplan_lineage_pk PRIMARY KEY (line),
    CONSTRAINT actionplan_lineage_plan_fk FOREIGN KEY (plan) REFERENCES plan.actionplan_plan (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_lineage_once_a_plan UNIQUE (plan, continues)
);
COMMENT ON TABLE plan.actionplan_lineage IS 'The line of an earlier plan that a line of any level continues; either may be gone';
CREATE INDEX actionplan_lineage_by_continued ON plan.actionplan_lineage (continues);

CREATE TABLE plan.actionplan_link (
    contributor uuid NOT NULL,
    served      uuid NOT NULL,
    CONSTRAINT actionplan_link_pk PRIMARY KEY (contributor, served),
    CONSTRAINT actionplan_link_contributor_fk FOREIGN KEY (contributor) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_link_served_fk FOREIGN KEY (served) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_link_is_between_two CHECK (contributor <> served)
);
COMMENT ON TABLE plan.actionplan_link IS 'What is done for one line counts for a line of a plan that looks further: a programme, directions';
CREATE INDEX actionplan_link_by_served ON plan.actionplan_link (served, contributor);

SELECT platform.audit_attach('plan.actionplan_plan');
SELECT platform.audit_attach('plan.actionplan_lineage');
SELECT platform.audit_attach('plan.actionplan_link');
