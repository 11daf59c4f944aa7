CREATE TABLE outreach.event_item (
    id       uuid    NOT NULL,
    event    uuid    NOT NULL,
    position integer NOT NULL,
    begins   text,
    title    text    NOT NULL,
    speaker  text,
    named    boolean NOT NULL DEFAULT false,
    pictured boolean NOT NULL DEFAULT false,
    consent  text,
    CONSTRAINT event_item_pk PRIMARY KEY (id),
    CONSTRAINT event_item_event_fk FOREIGN KEY (event) REFERENCES outreach.event (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT event_item_begins_at_a_time CHECK (begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    CONSTRAINT event_item_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 300 AND length(speaker) BETWEEN 1 AND 200
        AND length(consent) BETWEEN 1 AND 300),
    -- A speaker is named or pictured by their consent only.
    CONSTRAINT event_item_speaker_agreed CHECK (NOT (named OR pictured) OR (speaker IS NOT NULL AND consent IS NOT NULL))
);
COMMENT ON TABLE outreach.event_item IS 'An item of the programme of an event';
COMMENT ON COLUMN outreach.event_item.named IS 'Whether the speaker agreed that the public page names them';
COMMENT ON COLUMN outreach.event_item.pictured IS 'Whether the speaker agreed to pictures and recordings';
COMMENT ON COLUMN outreach.event_item.consent IS 'When and how the speaker agreed';
CREATE INDEX event_item_by_event ON outreach.event_item (event, begins, position);
-- Names of speakers stay out of the history.
SELECT platform.audit_attach('outreach.event_item', '{speaker,consent}');
