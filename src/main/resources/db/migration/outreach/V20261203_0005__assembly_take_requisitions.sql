-- Members may require a special assembly: it is held within 21 days, or they may call it themselves (R-GOV-5).
CREATE TABLE outreach.assembly_requisition (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    body         uuid    NOT NULL,
    received_on  date    NOT NULL,
    business     text    NOT NULL,
    members      integer NOT NULL,
    entitled     integer NOT NULL,
    withdrawn_on date,
    meeting      uuid,
    by_members   boolean NOT NULL DEFAULT false,
    CONSTRAINT assembly_requisition_pk PRIMARY KEY (id),
    CONSTRAINT assembly_requisition_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_requisition_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_requisition_business_is_text CHECK (length(business) BETWEEN 1 AND 5000),
    CONSTRAINT assembly_requisition_members_may_vote CHECK (members BETWEEN 1 AND entitled),
    CONSTRAINT assembly_requisition_is_received_first CHECK (received_on <= withdrawn_on),
    CONSTRAINT assembly_requisition_members_call_a_meeting CHECK (meeting IS NOT NULL OR NOT by_members)
);
COMMENT ON TABLE outreach.assembly_requisition IS 'Requests of members for a special assembly, with its business';
COMMENT ON COLUMN outreach.assembly_requisition.entitled IS 'The members with a vote on that day: a tenth of them obliges the board';
COMMENT ON COLUMN outreach.assembly_requisition.by_members IS 'Whether the members called it themselves, since it was not held in time';
CREATE INDEX assembly_requisition_by_body ON outreach.assembly_requisition (body);
CREATE INDEX assembly_requisition_by_meeting ON outreach.assembly_requisition (meeting);
SELECT platform.audit_attach('outreach.assembly_requisition');
