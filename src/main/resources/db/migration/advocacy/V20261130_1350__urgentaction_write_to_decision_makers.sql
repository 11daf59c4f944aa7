ALTER TABLE advocacy.urgentaction_target
    ADD COLUMN decision_maker uuid,
    ADD CONSTRAINT urgentaction_target_decision_maker_fk FOREIGN KEY (decision_maker)
        REFERENCES advocacy.dialogue_decision_maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN advocacy.urgentaction_target.decision_maker IS
    'The decision-maker whose name, office, address and last day are read from the last mandate; null for one typed here';
CREATE INDEX urgentaction_target_by_decision_maker ON advocacy.urgentaction_target (decision_maker);
