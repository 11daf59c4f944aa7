-- Group outreach: bodies with their rules, seats and mandates; meetings with agenda, papers, notices and links; minutes,
-- which nothing changes once they are signed.

CREATE SCHEMA IF NOT EXISTS outreach;

CREATE TABLE outreach.assembly_body (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    name         text    NOT NULL,
    code         text    NOT NULL,
    special_code text,
    kind         text    NOT NULL,
    standing     text[]  NOT NULL DEFAULT '{}',
    ended_on     date,
    CONSTRAINT assembly_body_pk PRIMARY KEY (id),
    CONSTRAINT assembly_body_code_key UNIQUE (code),
    CONSTRAINT assembly_body_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT assembly_body_codes_are_letters CHECK (code ~ '^[A-Z][A-Z0-9]{0,9}$' AND special_code ~ '^[A-Z][A-Z0-9]{0,9}$'),
    CONSTRAINT assembly_body_codes_differ CHECK (special_code <> code),
    CONSTRAINT assembly_body_kind_is_known CHECK (kind IN ('BOARD', 'EXECUTIVE', 'GENERAL', 'COMMITTEE')),
    CONSTRAINT assembly_body_standing_is_short CHECK (cardinality(standing) <= 60)
);
COMMENT ON TABLE outreach.assembly_body IS 'A body that meets and decides: board, executive, general assembly, committee';
COMMENT ON COLUMN outreach.assembly_body.code IS 'With which its resolutions are numbered: CA, CE, AGA';
COMMENT ON COLUMN outreach.assembly_body.special_code IS 'The same for its special meetings: AGE; null for the usual one';
COMMENT ON COLUMN outreach.assembly_body.standing IS 'The titles with which the agenda of a new meeting begins, in order';
SELECT platform.audit_attach('outreach.assembly_body');

CREATE TABLE outreach.assembly_rules (
    id                 uuid    NOT NULL,
    version            integer NOT NULL DEFAULT 1,
    body               uuid    NOT NULL,
    since              date    NOT NULL,
    source             text,
    notice_days        integer NOT NULL,
    quorum_measure     text    NOT NULL,
    quorum_numerator   integer NOT NULL,
    quorum_denominator integer NOT NULL,
    quorum_more_than   boolean NOT NULL,
    term_months        integer,
    majorities         jsonb   NOT NULL DEFAULT '[]',
    CONSTRAINT assembly_rules_pk PRIMARY KEY (id),
    CONSTRAINT assembly_rules_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_rules_since_key UNIQUE (body, since),
    CONSTRAINT assembly_rules_source_is_short_text CHECK (length(source) BETWEEN 1 AND 300),
    CONSTRAINT assembly_rules_notice_is_sound CHECK (notice_days BETWEEN 0 AND 120),
    CONSTRAINT assembly_rules_quorum_is_known CHECK (quorum_measure IN ('COUNT', 'SEATS', 'HELD_SEATS', 'ORGANISATIONS')),
    CONSTRAINT assembly_rules_quorum_is_sound CHECK (
        quorum_numerator BETWEEN 1 AND 10000 AND quorum_denominator BETWEEN 1 AND 100
        AND (quorum_measure <> 'COUNT' OR (quorum_denominator = 1 AND NOT quorum_more_than))
        AND (quorum_measure = 'COUNT' OR quorum_numerator <= quorum_denominator)),
    CONSTRAINT assembly_rules_term_is_sound CHECK (term_months BETWEEN 1 AND 120),
    CONSTRAINT assembly_rules_majorities_are_a_list CHECK (jsonb_typeof(majorities) = 'array')
);
COMMENT ON TABLE outreach.assembly_rules IS 'What a body''s by-law asks from a day on, until the next rules';
COMMENT ON COLUMN outreach.assembly_rules.source IS 'The by-law and its article';
COMMENT ON COLUMN outreach.assembly_rules.notice_days IS 'Days between the notice and the meeting, at least';
COMMENT ON COLUMN outreach.assembly_rules.majorities IS 'By article: the part of the voices that a decision asks for';
SELECT platform.audit_attach('outreach.assembly_rules');

CREATE TABLE outreach.assembly_seat (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    body         uuid    NOT NULL,
    position     integer NOT NULL,
    title        text,
    organisation uuid,
    since        date    NOT NULL,
    until        date,
    CONSTRAINT assembly_seat_pk PRIMARY KEY (id),
    CONSTRAINT assembly_seat_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_seat_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_seat_title_is_short_text CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT assembly_seat_begins_before_it_ends CHECK (since <= until)
);
COMMENT ON TABLE outreach.assembly_seat IS 'A seat of a body, held by an organisation or, where it is null, by a member for herself';
COMMENT ON COLUMN outreach.assembly_seat.title IS 'The office that goes with it; null for none';
CREATE INDEX assembly_seat_by_body ON outreach.assembly_seat (body, position);
CREATE INDEX assembly_seat_by_organisation ON outreach.assembly_seat (organisation);
SELECT platform.audit_attach('outreach.assembly_seat');

CREATE TABLE outreach.assembly_mandate (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    seat    uuid    NOT NULL,
    role    text    NOT NULL,
    person  uuid    NOT NULL,
    since   date    NOT NULL,
    until   date,
    CONSTRAINT assembly_mandate_pk PRIMARY KEY (id),
    CONSTRAINT assembly_mandate_seat_fk FOREIGN KEY (seat) REFERENCES outreach.assembly_seat (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_mandate_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_mandate_role_is_known CHECK (role IN ('HOLDER', 'SUBSTITUTE')),
    CONSTRAINT assembly_mandate_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT assembly_mandate_one_at_a_time EXCLUDE USING gist (
        seat WITH =, role WITH =, daterange(since, until, '[]') WITH &&)
);
COMMENT ON TABLE outreach.assembly_mandate IS 'Who sits, or sits in for her, from a day to a day';
CREATE INDEX assembly_mandate_by_person ON outreach.assembly_mandate (person);
SELECT platform.audit_attach('outreach.assembly_mandate');

CREATE TABLE outreach.assembly_meeting (
    id               uuid      NOT NULL,
    version          integer   NOT NULL DEFAULT 1,
    body             uuid      NOT NULL,
    state            text      NOT NULL,
    special          boolean   NOT NULL DEFAULT false,
    title            text,
    begins           timestamp NOT NULL,
    ends             timestamp,
    place            text,
    place_code       text,
    online           text,
    cancelled_reason text,
    convened_at      timestamptz,
    series           text,
    opened           timestamp,
    closed           timestamp,
    chair            text,
    secretary        text,
    quorum_at        timestamp,
    quorum_present   integer,
    quorum_required  integer,
    adopted_on       date,
    adopted_in       uuid,
    signed_on        date,
    signed_by        text,
    guests           text      NOT NULL DEFAULT '',
    signed_document  uuid,
    CONSTRAINT assembly_meeting_pk PRIMARY KEY (id),
    CONSTRAINT assembly_meeting_body_fk FOREIGN KEY (body) REFERENCES outreach.assembly_body (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_meeting_adopted_in_fk FOREIGN KEY (adopted_in) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_meeting_series_key UNIQUE (series),
    CONSTRAINT assembly_meeting_state_is_known CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    CONSTRAINT assembly_meeting_title_is_short_text CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT assembly_meeting_begins_before_it_ends CHECK (begins < ends AND ends < begins + interval '7 days'),
    CONSTRAINT assembly_meeting_place_is_short_text CHECK (length(place) BETWEEN 1 AND 300),
    CONSTRAINT assembly_meeting_place_is_a_code CHECK (place_code ~ '^(QC-(0[1-9]|1[0-7])|[A-Z]{2}|ONLINE|SEVERAL)$'),
    CONSTRAINT assembly_meeting_online_is_an_address CHECK (online ~ '^https?://' AND length(online) <= 1000),
    CONSTRAINT assembly_meeting_cancelled_says_why CHECK ((state = 'CANCELLED') = (cancelled_reason IS NOT NULL)),
    CONSTRAINT assembly_meeting_names_are_short CHECK (length(chair) <= 200 AND length(secretary) <= 200 AND length(signed_by) <= 400),
    CONSTRAINT assembly_meeting_minutes_are_of_one_held CHECK (state = 'HELD' OR num_nonnulls(adopted_on, signed_on) = 0),
    CONSTRAINT assembly_meeting_signed_once_adopted CHECK (signed_on IS NULL OR (adopted_on IS NOT NULL AND signed_by IS NOT NULL)),
    CONSTRAINT assembly_meeting_guests_are_bounded CHECK (length(guests) <= 10000),
    CONSTRAINT assembly_meeting_signed_document_fk FOREIGN KEY (signed_document) REFERENCES platform.document (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_meeting_file_is_of_signed_minutes CHECK (signed_document IS NULL OR signed_on IS NOT NULL)
);
COMMENT ON TABLE outreach.assembly_meeting IS 'A meeting of a body, from its date to its signed minutes';
COMMENT ON COLUMN outreach.assembly_meeting.begins IS 'As the clock on the wall says where the organisation is; so are the other hours';
COMMENT ON COLUMN outreach.assembly_meeting.series IS 'With which its resolutions are numbered, CA-2026-11; allotted with the first of them';
COMMENT ON COLUMN outreach.assembly_meeting.adopted_in IS 'The later meeting that adopted its minutes';
COMMENT ON COLUMN outreach.assembly_meeting.guests IS 'Who was there without a seat, one on each line';
COMMENT ON COLUMN outreach.assembly_meeting.signed_document IS 'The minutes as they were signed, a PDF';
CREATE INDEX assembly_meeting_by_day ON outreach.assembly_meeting (begins DESC, id DESC);
CREATE INDEX assembly_meeting_by_body ON outreach.assembly_meeting (body, begins DESC, id DESC);
CREATE INDEX assembly_meeting_by_adoption ON outreach.assembly_meeting (adopted_in) WHERE adopted_in IS NOT NULL;
CREATE INDEX assembly_meeting_by_signed_document ON outreach.assembly_meeting (signed_document)
    WHERE signed_document IS NOT NULL;
-- Lists of fifty years of meetings are read by these indexes from where they begin.
CREATE INDEX assembly_meeting_by_date ON outreach.assembly_meeting ((begins::date) DESC);
CREATE INDEX assembly_meeting_ahead ON outreach.assembly_meeting (begins, id) WHERE state = 'PLANNED';
SELECT platform.audit_attach('outreach.assembly_meeting');

CREATE FUNCTION outreach.assembly_words(title text, text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('platform.fr'::regconfig, title), 'A')
        || setweight(to_tsvector('platform.en'::regconfig, title), 'A')
        || to_tsvector('platform.fr'::regconfig, text)
        || to_tsvector('platform.en'::regconfig, text);

CREATE TABLE outreach.assembly_item (
    id       uuid     NOT NULL,
    version  integer  NOT NULL DEFAULT 1,
    meeting  uuid     NOT NULL,
    position integer  NOT NULL,
    title    text     NOT NULL,
    note     text     NOT NULL DEFAULT '',
    asked    text     NOT NULL DEFAULT '',
    minutes  text     NOT NULL DEFAULT '',
    words    tsvector NOT NULL GENERATED ALWAYS AS (outreach.assembly_words(title, minutes)) STORED,
    CONSTRAINT assembly_item_pk PRIMARY KEY (id),
    CONSTRAINT assembly_item_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_item_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT assembly_item_texts_are_bounded
        CHECK (length(note) <= 5000 AND length(asked) <= 2000 AND length(minutes) <= 50000)
);
COMMENT ON TABLE outreach.assembly_item IS 'A point of a meeting''s agenda, and what the minutes say of it';
COMMENT ON COLUMN outreach.assembly_item.asked IS 'The decision that is asked for; empty for none';
COMMENT ON COLUMN outreach.assembly_item.minutes IS 'Markdown';
CREATE INDEX assembly_item_by_meeting ON outreach.assembly_item (meeting, position);
CREATE INDEX assembly_item_by_words ON outreach.assembly_item USING gin (words);
SELECT platform.audit_attach('outreach.assembly_item');

CREATE TABLE outreach.assembly_paper (
    document uuid    NOT NULL,
    meeting  uuid    NOT NULL,
    item     uuid    NOT NULL,
    CONSTRAINT assembly_paper_pk PRIMARY KEY (document),
    CONSTRAINT assembly_paper_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_paper_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_paper_item_fk FOREIGN KEY (item) REFERENCES outreach.assembly_item (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE outreach.assembly_paper IS 'A document that goes with a point of the agenda';
CREATE INDEX assembly_paper_by_meeting ON outreach.assembly_paper (meeting, document);
CREATE INDEX assembly_paper_by_item ON outreach.assembly_paper (item, document);
SELECT platform.audit_attach('outreach.assembly_paper');

CREATE TABLE outreach.assembly_notice (
    id        uuid        NOT NULL,
    meeting   uuid        NOT NULL,
    person    uuid        NOT NULL,
    kind      text        NOT NULL,
    posted_at timestamptz NOT NULL,
    CONSTRAINT assembly_notice_pk PRIMARY KEY (id),
    CONSTRAINT assembly_notice_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_notice_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_notice_kind_is_known CHECK (kind IN ('CONVENED', 'MOVED', 'CANCELLED'))
);
COMMENT ON TABLE outreach.assembly_notice IS 'A letter about a meeting that was put in the outbox for someone who sits';
CREATE INDEX assembly_notice_by_meeting ON outreach.assembly_notice (meeting, kind);
CREATE INDEX assembly_notice_by_person ON outreach.assembly_notice (person);
SELECT platform.audit_attach('outreach.assembly_notice');

CREATE TABLE outreach.assembly_link (
    id         uuid        NOT NULL,
    meeting    uuid        NOT NULL,
    notice     uuid,
    token      bytea       NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    opened_at  timestamptz,
    CONSTRAINT assembly_link_pk PRIMARY KEY (id),
    CONSTRAINT assembly_link_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_link_notice_fk FOREIGN KEY (notice) REFERENCES outreach.assembly_notice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_link_token_key UNIQUE (token),
    CONSTRAINT assembly_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE outreach.assembly_link IS 'What opens one meeting without an account; only the hash of its secret is kept';
COMMENT ON COLUMN outreach.assembly_link.notice IS 'The letter that carries it; null for one that was handed over otherwise';
CREATE INDEX assembly_link_by_meeting ON outreach.assembly_link (meeting);
CREATE INDEX assembly_link_by_notice ON outreach.assembly_link (notice);
SELECT platform.backup_leave_out('outreach.assembly_link', 'hashes of secrets; a new link is a gesture away');

CREATE TABLE outreach.assembly_attendance (
    meeting uuid NOT NULL,
    seat    uuid NOT NULL,
    status  text NOT NULL,
    person  uuid,
    left_at timestamp,
    CONSTRAINT assembly_attendance_pk PRIMARY KEY (meeting, seat),
    CONSTRAINT assembly_attendance_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_attendance_seat_fk FOREIGN KEY (seat) REFERENCES outreach.assembly_seat (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_attendance_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assembly_attendance_status_is_known CHECK (status IN ('HOLDER', 'SUBSTITUTE', 'EXCUSED', 'ABSENT')),
    CONSTRAINT assembly_attendance_only_who_came_leaves
        CHECK (left_at IS NULL OR status IN ('HOLDER', 'SUBSTITUTE'))
);
COMMENT ON TABLE outreach.assembly_attendance IS 'For each seat, who was there, or that nobody was';
COMMENT ON COLUMN outreach.assembly_attendance.person IS 'Who was there; null where nobody was';
COMMENT ON COLUMN outreach.assembly_attendance.left_at IS 'When she left, on the clock on the wall; null for whoever stayed';
CREATE INDEX assembly_attendance_by_seat ON outreach.assembly_attendance (seat);
CREATE INDEX assembly_attendance_by_person ON outreach.assembly_attendance (person);
SELECT platform.audit_attach('outreach.assembly_attendance');

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
SELECT platform.audit_attach('outreach.assembly_consultation');

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
SELECT platform.audit_attach('outreach.assembly_resolution');

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
SELECT platform.audit_attach('outreach.assembly_interest');

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
CREATE INDEX assembly_follow_up_on_a_day ON outreach.assembly_follow_up
    USING gist (body, daterange(opened_on, closed_on, '[]'));
SELECT platform.audit_attach('outreach.assembly_follow_up');

-- Of signed minutes only references to people may change, when two records are merged.
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
