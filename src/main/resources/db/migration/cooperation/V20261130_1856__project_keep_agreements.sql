-- An agreement that pays for a project is not deleted.
ALTER TABLE cooperation.project_agreement
    DROP CONSTRAINT project_agreement_agreement_fk,
    ADD CONSTRAINT project_agreement_agreement_fk FOREIGN KEY (agreement) REFERENCES resources.grant_agreement (id)
        DEFERRABLE INITIALLY IMMEDIATE;
