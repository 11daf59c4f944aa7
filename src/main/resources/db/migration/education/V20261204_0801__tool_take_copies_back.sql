-- Copies that were handed out come back: a row below zero of the same hand-out, so that each sum is what is out.
ALTER TABLE education.tool_hand_out
    ADD COLUMN returns uuid,
    ADD CONSTRAINT tool_hand_out_returns_fk FOREIGN KEY (returns) REFERENCES education.tool_hand_out (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    DROP CONSTRAINT tool_hand_out_copies_are_counted,
    ADD CONSTRAINT tool_hand_out_copies_are_counted CHECK (
        copies BETWEEN 1 AND 100000 AND returns IS NULL OR copies BETWEEN -100000 AND -1 AND returns IS NOT NULL);
COMMENT ON COLUMN education.tool_hand_out.returns IS 'Of copies that came back: their hand-out, whose batch, setting and region they have';
COMMENT ON TABLE education.tool_hand_out IS
    'Copies handed out on a day, less those that came back: what is distributed is their sum, never what was printed (R-EDU-6)';
CREATE INDEX tool_hand_out_by_returned ON education.tool_hand_out (returns) WHERE returns IS NOT NULL;
