-- The person in charge of telling the bulletins that a text was taken back: who took it back.
ALTER TABLE outreach.relay_kit
    ADD COLUMN taken_back_by uuid,
    ADD CONSTRAINT relay_kit_taken_back_by_fk FOREIGN KEY (taken_back_by) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT relay_kit_taker_took_it_back CHECK (taken_back_by IS NULL OR taken_back_on IS NOT NULL);
COMMENT ON COLUMN outreach.relay_kit.taken_back_by IS 'The person who tells the bulletins: at first the one who took the text back, after a handover the successor; null if an account without a person took it back';
CREATE INDEX relay_kit_by_taker ON outreach.relay_kit (taken_back_by) WHERE taken_back_by IS NOT NULL;
