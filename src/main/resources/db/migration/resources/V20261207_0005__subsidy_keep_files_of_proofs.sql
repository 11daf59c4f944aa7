-- The file of a document that goes with a claim, such as a pay stub.
ALTER TABLE resources.subsidy_claim_proof ADD COLUMN document uuid;
ALTER TABLE resources.subsidy_claim_proof ADD CONSTRAINT subsidy_claim_proof_file_is_provided
    CHECK (document IS NULL OR provided_on IS NOT NULL);
ALTER TABLE resources.subsidy_claim_proof ADD CONSTRAINT subsidy_claim_proof_document_fk FOREIGN KEY (document)
    REFERENCES platform.document (id) DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN resources.subsidy_claim_proof.document IS 'Its file; null if it is kept elsewhere';
