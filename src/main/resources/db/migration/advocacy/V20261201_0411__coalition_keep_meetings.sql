-- The meetings of a coalition: a day in our calendars before, what came out of it and its minutes after.

CREATE TABLE advocacy.coalition_meeting (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    coalition uuid    NOT NULL,
    seat      uuid,
    held_on   date    NOT NULL,
    title     text    NOT NULL,
    url       text    NOT NULL DEFAULT '',
    outcome   text    NOT NULL DEFAULT '',
    our_part  text    NOT NULL DEFAULT '',
    minutes   uuid,
    CONSTRAINT coalition_meeting_pk PRIMARY KEY (id),
    CONSTRAINT coalition_meeting_coalition_fk FOREIGN KEY (coalition) REFERENCES advocacy.coalition (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_meeting_seat_fk FOREIGN KEY (seat) REFERENCES advocacy.coalition_seat (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT coalition_meeting_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(outcome) <= 4000
        AND length(our_part) <= 300),
    CONSTRAINT coalition_meeting_url_is_an_address CHECK (length(url) <= 1000 AND (url = '' OR url ~ '^https?://'))
);
COMMENT ON TABLE advocacy.coalition_meeting IS 'A meeting of a coalition: its day, what came out of it, our part, its minutes';
COMMENT ON COLUMN advocacy.coalition_meeting.seat IS 'The seat by which we take part; its holder is reminded';
COMMENT ON COLUMN advocacy.coalition_meeting.url IS 'The agenda, or where it is held on line; may be empty';
COMMENT ON COLUMN advocacy.coalition_meeting.minutes IS 'The file of its minutes, in platform.document';
CREATE INDEX coalition_meeting_by_coalition ON advocacy.coalition_meeting (coalition, held_on);
CREATE INDEX coalition_meeting_by_seat ON advocacy.coalition_meeting (seat);
SELECT platform.audit_attach('advocacy.coalition_meeting');
