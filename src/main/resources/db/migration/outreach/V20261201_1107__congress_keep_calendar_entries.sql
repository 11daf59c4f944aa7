ALTER TABLE outreach.congress_gathering ADD COLUMN calendar_key text,
    ADD CONSTRAINT congress_gathering_is_one_by_entry UNIQUE (calendar_key),
    ADD CONSTRAINT congress_gathering_calendar_key_is_a_hash CHECK (calendar_key ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN outreach.congress_gathering.calendar_key IS 'The entry of an imported calendar of which it was made, whatever day it is moved to; null for none';
