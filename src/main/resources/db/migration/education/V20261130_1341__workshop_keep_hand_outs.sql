ALTER TABLE education.workshop_request
    ADD COLUMN hand_out uuid,
    ADD CONSTRAINT workshop_request_hand_out_fk FOREIGN KEY (hand_out) REFERENCES education.tool_hand_out (id)
        ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT workshop_request_hand_out_is_ordered CHECK (hand_out IS NULL OR kind = 'COPIES');
COMMENT ON COLUMN education.workshop_request.hand_out IS 'The copies handed out for the order; it alone is taken back with it';
CREATE INDEX workshop_request_by_hand_out ON education.workshop_request (hand_out) WHERE hand_out IS NOT NULL;
