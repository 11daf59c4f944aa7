-- The host of a cohort: an organisation, the contact of interns there, and what it says once they left.

ALTER TABLE education.internship_call
    ADD COLUMN host         uuid,
    ADD COLUMN host_contact text,
    ADD COLUMN host_went    text,
    ADD COLUMN host_brought text,
    ADD COLUMN host_next    text,
    ADD CONSTRAINT internship_call_host_fk FOREIGN KEY (host) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT internship_call_host_texts_are_bounded CHECK (length(host_contact) BETWEEN 1 AND 200
        AND length(host_went) <= 2000 AND length(host_brought) <= 2000 AND length(host_next) <= 2000);
COMMENT ON COLUMN education.internship_call.host IS 'The organisation that receives the cohort';
COMMENT ON COLUMN education.internship_call.host_contact IS 'The contact of interns there, erased 90 days after the last day for return activities';
COMMENT ON COLUMN education.internship_call.host_went IS 'What the host says of the stay, once the team accepted it';
CREATE INDEX internship_call_by_host ON education.internship_call (host);

ALTER TABLE education.internship_application ADD COLUMN host_named_on date;
COMMENT ON COLUMN education.internship_application.host_named_on IS 'Since when the intern agrees that the host sees the name; null without agreement';
