-- An agreement with a match is not deleted.
ALTER TABLE resources.match_clause
    DROP CONSTRAINT match_clause_agreement_fk,
    ADD CONSTRAINT match_clause_agreement_fk FOREIGN KEY (agreement) REFERENCES resources.grant_agreement (id)
        DEFERRABLE INITIALLY IMMEDIATE;
