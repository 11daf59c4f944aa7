-- Whose eye a contract names for the weeks of its person: a coordinator's are approved by somebody of the board.
ALTER TABLE plan.time_contract
    ADD COLUMN approver uuid,
    ADD CONSTRAINT time_contract_approver_fk FOREIGN KEY (approver) REFERENCES directory.people_person (id);

CREATE INDEX time_contract_approver_idx ON plan.time_contract (approver) WHERE approver IS NOT NULL;

COMMENT ON COLUMN plan.time_contract.approver IS 'Who approves the weeks of this contract; null: whoever may approve weeks, other than oneself (R-TIME-4)';
