-- Minutes: who was there, what was resolved, what follows from it; and once signed, nothing changes any more.

ALTER TABLE outreach.assembly_meeting ADD COLUMN guests text NOT NULL DEFAULT '',
    ADD CONSTRAINT assembly_meeting_guests_are_bounded CHECK (length(guests) <= 10000);
COMMENT ON COLUMN outreach.assembly_meeting.guests IS 'Who was there without a seat, one on each line';

CREATE TABLE outreach.assembly_attendance (
    meeting uuid NOT NULL,
    seat    uuid NOT NULL,
    status  text NOT NULL,
    person  uuid,
    CONSTRAINT assembly_attendance_pk PRIMARY KEY (meeting, seat),
    CONSTRAINT assembly_attendance_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_attendance_seat_fk FOREIGN KEY (seat) REFERENCES outreach.assembly_seat (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_attendance_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_attendance_status_is_known CHECK (status IN ('HOLDER', 'SUBSTITUTE', 'EXCUSED', 'ABSENT'))
);
COMMENT ON TABLE outreach.assembly_attendance IS 'For each seat, who was there, or that nobody was';
COMMENT ON COLUMN outreach.assembly_attendance.person IS 'Who was there; null where nobody was';
CREATE INDEX assembly_attendance_by_seat ON outreach.assembly_attendance (seat);
CREATE INDEX assembly_attendance_by_person ON outreach.assembly_attendance (person);

CREATE TABLE outreach.assembly_consultation (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    body       uuid    NOT NULL,
    asked_on   date    NOT NULL,
    closed_on  date,
    question   text    NOT NULL,
    entitled   integer NOT NULL,
    in_favour  integer NOT NULL DEFAULT 0,
    against    integer NOT NULL DEFAULT 0,
    signed     integer NOT NULL DEFAULT 0,
    CONSTRAINT assembly_consultation_pk PRIMARY KEY (id),
    CONSTRAINT assembly_consultation_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_consultation_begins_before_it_ends CHECK (asked_on <= closed_on),
    CONSTRAINT assembly_consultation_question_is_short_text CHECK (length(question) BETWEEN 1 AND 5000),
    CONSTRAINT assembly_consultation_answers_are_few CHECK (
        entitled BETWEEN 1 AND 10000 AND least(in_favour, against, signed) >= 0
        AND in_favour + against <= entitled AND signed <= in_favour)
);
COMMENT ON TABLE outreach.assembly_consultation IS 'An agreement gathered by mail; a resolution only where all who may vote signed it';
CREATE INDEX assembly_consultation_by_body ON outreach.assembly_consultation (body, asked_on);

CREATE TABLE outreach.assembly_resolution (
    id         uuid     NOT NULL,
    version    integer  NOT NULL DEFAULT 1,
    meeting    uuid     NOT NULL,
    item       uuid     NOT NULL,
    sequence   integer  NOT NULL,
    text       text     NOT NULL,
    proposer   uuid,
    seconder   uuid,
    unanimous  boolean  NOT NULL,
    in_favour  integer  NOT NULL,
    against    integer  NOT NULL,
    abstained  integer  NOT NULL,
    present    integer  NOT NULL,
    majority   jsonb    NOT NULL,
    carried    boolean  NOT NULL,
    dissent    text     NOT NULL DEFAULT '',
    ratifies   uuid,
    review_on  date,
    words      tsvector NOT NULL GENERATED ALWAYS AS (outreach.assembly_words('', text)) STORED,
    CONSTRAINT assembly_resolution_pk PRIMARY KEY (id),
    CONSTRAINT assembly_resolution_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_resolution_item_fk FOREIGN KEY (item) REFERENCES outreach.assembly_item (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_resolution_proposer_fk FOREIGN KEY (proposer) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_resolution_seconder_fk FOREIGN KEY (seconder) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_resolution_ratifies_fk FOREIGN KEY (ratifies) REFERENCES outreach.assembly_consultation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_resolution_number_key UNIQUE (meeting, sequence),
    CONSTRAINT assembly_resolution_counts_from_one CHECK (sequence >= 1),
    CONSTRAINT assembly_resolution_text_is_bounded CHECK (length(text) BETWEEN 1 AND 10000 AND length(dissent) <= 2000),
    CONSTRAINT assembly_resolution_voices_are_of_those_present
        CHECK (least(in_favour, against, abstained) >= 0 AND in_favour + against + abstained <= present)
);
COMMENT ON TABLE outreach.assembly_resolution IS 'What a meeting was asked to resolve, and how it voted';
COMMENT ON COLUMN outreach.assembly_resolution.sequence IS 'From one, without a gap, within the meeting';
COMMENT ON COLUMN outreach.assembly_resolution.majority IS 'What was asked of the vote, as the rules were that day';
CREATE INDEX assembly_resolution_by_item ON outreach.assembly_resolution (item);
CREATE INDEX assembly_resolution_by_proposer ON outreach.assembly_resolution (proposer);
CREATE INDEX assembly_resolution_by_seconder ON outreach.assembly_resolution (seconder);
CREATE INDEX assembly_resolution_by_consultation ON outreach.assembly_resolution (ratifies);
CREATE INDEX assembly_resolution_by_review ON outreach.assembly_resolution (review_on) WHERE review_on IS NOT NULL;
CREATE INDEX assembly_resolution_by_words ON outreach.assembly_resolution USING gin (words);

CREATE TABLE outreach.assembly_interest (
    id        uuid    NOT NULL,
    meeting   uuid    NOT NULL,
    item      uuid    NOT NULL,
    person    uuid    NOT NULL,
    nature    text    NOT NULL,
    value     text,
    abstained boolean NOT NULL,
    CONSTRAINT assembly_interest_pk PRIMARY KEY (id),
    CONSTRAINT assembly_interest_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_interest_item_fk FOREIGN KEY (item) REFERENCES outreach.assembly_item (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_interest_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_interest_words_are_short CHECK (length(nature) BETWEEN 1 AND 1000 AND length(value) BETWEEN 1 AND 200)
);
COMMENT ON TABLE outreach.assembly_interest IS 'A conflict of interest that someone declared';
CREATE INDEX assembly_interest_by_meeting ON outreach.assembly_interest (meeting);
CREATE INDEX assembly_interest_by_item ON outreach.assembly_interest (item);
CREATE INDEX assembly_interest_by_person ON outreach.assembly_interest (person);

CREATE TABLE outreach.assembly_follow_up (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    body       uuid    NOT NULL,
    meeting    uuid    NOT NULL,
    item       uuid    NOT NULL,
    resolution uuid,
    what       text    NOT NULL,
    person     uuid,
    who        text,
    due_on     date,
    opened_on  date    NOT NULL,
    state      text    NOT NULL,
    closed_on  date,
    outcome    text    NOT NULL DEFAULT '',
    CONSTRAINT assembly_follow_up_pk PRIMARY KEY (id),
    CONSTRAINT assembly_follow_up_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_follow_up_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_follow_up_item_fk FOREIGN KEY (item) REFERENCES outreach.assembly_item (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_follow_up_resolution_fk FOREIGN KEY (resolution) REFERENCES outreach.assembly_resolution (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_follow_up_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_follow_up_what_is_short_text CHECK (length(what) BETWEEN 1 AND 1000 AND length(who) BETWEEN 1 AND 200),
    CONSTRAINT assembly_follow_up_outcome_is_bounded CHECK (length(outcome) <= 2000),
    CONSTRAINT assembly_follow_up_state_is_known CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
    CONSTRAINT assembly_follow_up_closes_on_a_day CHECK ((state = 'OPEN') = (closed_on IS NULL) AND opened_on <= closed_on)
);
COMMENT ON TABLE outreach.assembly_follow_up IS 'What is to be done after a meeting; on each agenda of the body until it is closed';
CREATE INDEX assembly_follow_up_by_body ON outreach.assembly_follow_up (body, opened_on);
CREATE INDEX assembly_follow_up_open ON outreach.assembly_follow_up (coalesce(due_on, date '9999-12-31'), id)
    WHERE state = 'OPEN';
CREATE INDEX assembly_follow_up_by_meeting ON outreach.assembly_follow_up (meeting);
CREATE INDEX assembly_follow_up_by_item ON outreach.assembly_follow_up (item);
CREATE INDEX assembly_follow_up_by_resolution ON outreach.assembly_follow_up (resolution);
CREATE INDEX assembly_follow_up_by_person ON outreach.assembly_follow_up (person);

-- Of signed minutes only who someone is may still change, when two of the directory prove to be one.
CREATE FUNCTION outreach.assembly_refuse_once_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed CONSTANT text[] := '{version,proposer,seconder,person,words}';
    which    uuid; -- words are computed afterwards, from columns that are compared
BEGIN
    IF TG_OP = 'INSERT' THEN
        which := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    ELSE
        which := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
    END IF;
    IF EXISTS (SELECT FROM outreach.assembly_meeting m WHERE m.id = which AND m.signed_on IS NOT NULL) THEN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - followed = to_jsonb(OLD) - followed THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Signed minutes are never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER assembly_meeting_stays_once_signed BEFORE UPDATE OR DELETE ON outreach.assembly_meeting
    FOR EACH ROW EXECUTE FUNCTION outreach.assembly_refuse_once_signed('id');
CREATE TRIGGER assembly_item_stays_once_signed BEFORE INSERT OR UPDATE OR DELETE ON outreach.assembly_item
    FOR EACH ROW EXECUTE FUNCTION outreach.assembly_refuse_once_signed('meeting');
CREATE TRIGGER assembly_paper_stays_once_signed BEFORE INSERT OR UPDATE OR DELETE ON outreach.assembly_paper
    FOR EACH ROW EXECUTE FUNCTION outreach.assembly_refuse_once_signed('meeting');
CREATE TRIGGER assembly_attendance_stays_once_signed BEFORE INSERT OR UPDATE OR DELETE ON outreach.assembly_attendance
    FOR EACH ROW EXECUTE FUNCTION outreach.assembly_refuse_once_signed('meeting');
CREATE TRIGGER assembly_resolution_stays_once_signed BEFORE INSERT OR UPDATE OR DELETE ON outreach.assembly_resolution
    FOR EACH ROW EXECUTE FUNCTION outreach.assembly_refuse_once_signed('meeting');
CREATE TRIGGER assembly_interest_stays_once_signed BEFORE INSERT OR UPDATE OR DELETE ON outreach.assembly_interest
    FOR EACH ROW EXECUTE FUNCTION outreach.assembly_refuse_once_signed('meeting');

SELECT platform.audit_attach('outreach.assembly_attendance');
SELECT platform.audit_attach('outreach.assembly_consultation');
SELECT platform.audit_attach('outreach.assembly_resolution');
SELECT platform.audit_attach('outreach.assembly_interest');
SELECT platform.audit_attach('outreach.assembly_follow_up');
