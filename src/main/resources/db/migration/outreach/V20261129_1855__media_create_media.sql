CREATE TABLE outreach.media_contact (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    person    uuid    NOT NULL,
    outlet    uuid,
    themes    text    NOT NULL DEFAULT '',
    countries text[]  NOT NULL DEFAULT '{}',
    note      text,
    CONSTRAINT media_contact_pk PRIMARY KEY (id),
    CONSTRAINT media_contact_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_contact_outlet_fk FOREIGN KEY (outlet) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_contact_is_one_by_person UNIQUE (person),
    CONSTRAINT media_contact_texts_are_bounded CHECK (length(themes) <= 300 AND length(note) <= 1000),
    CONSTRAINT media_contact_countries_are_few CHECK (cardinality(countries) <= 50)
);
COMMENT ON TABLE outreach.media_contact IS 'That a person of the directory works for the press, and on what';
CREATE INDEX media_contact_by_outlet ON outreach.media_contact (outlet);
SELECT platform.audit_attach('outreach.media_contact', ARRAY ['note']);

CREATE TABLE outreach.media_release (
    id            uuid    NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    title_fr      text    NOT NULL,
    body_fr       text    NOT NULL,
    title_en      text,
    body_en       text,
    title_es      text,
    body_es       text,
    spokesperson  text,
    segment       uuid,
    action        uuid,
    embargo_until timestamptz,
    sent_at       timestamptz,
    issued_at     timestamptz,
    taken_back_at timestamptz,
    CONSTRAINT media_release_pk PRIMARY KEY (id),
    CONSTRAINT media_release_segment_fk FOREIGN KEY (segment) REFERENCES directory.segment (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_release_texts_are_bounded CHECK (length(title_fr) BETWEEN 1 AND 200 AND length(title_en) <= 200
        AND length(title_es) <= 200 AND length(body_fr) BETWEEN 1 AND 10000 AND length(body_en) <= 10000
        AND length(body_es) <= 10000 AND length(spokesperson) <= 300),
    CONSTRAINT media_release_translation_is_whole CHECK ((title_en IS NULL) = (body_en IS NULL)
        AND (title_es IS NULL) = (body_es IS NULL))
);
COMMENT ON TABLE outreach.media_release IS 'A press release, by language';
COMMENT ON COLUMN outreach.media_release.embargo_until IS 'Nothing of it is public before, once it is issued';
COMMENT ON COLUMN outreach.media_release.taken_back_at IS 'When it was taken back; letters that wait are withheld';
COMMENT ON COLUMN outreach.media_release.spokesperson IS 'Who answers the press, as the release says it';
COMMENT ON COLUMN outreach.media_release.action IS 'The line of a plan that it serves';
SELECT platform.audit_attach('outreach.media_release');

CREATE TABLE outreach.media_recipient (
    id      uuid NOT NULL,
    release uuid NOT NULL,
    person  uuid,
    CONSTRAINT media_recipient_pk PRIMARY KEY (id),
    CONSTRAINT media_recipient_release_fk FOREIGN KEY (release) REFERENCES outreach.media_release (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_recipient_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_recipient_is_one_by_person UNIQUE (release, person)
);
COMMENT ON TABLE outreach.media_recipient IS 'A person to whom a press release was sent';
CREATE INDEX media_recipient_by_person ON outreach.media_recipient (person);
SELECT platform.audit_attach('outreach.media_recipient');

CREATE TABLE outreach.media_request (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    person      uuid,
    outlet      uuid,
    asker       text,
    about       text        NOT NULL,
    received_at timestamptz NOT NULL,
    due_on      date        NOT NULL,
    due_at      text        NOT NULL,
    responsible uuid,
    mandate     text,
    state       text        NOT NULL DEFAULT 'OPEN',
    ended_at    timestamptz,
    outcome     text,
    CONSTRAINT media_request_pk PRIMARY KEY (id),
    CONSTRAINT media_request_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_request_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_request_outlet_fk FOREIGN KEY (outlet) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_request_state_is_known CHECK (state IN ('OPEN', 'ANSWERED', 'DECLINED')),
    CONSTRAINT media_request_ends_once CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT media_request_has_an_hour CHECK (due_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    CONSTRAINT media_request_comes_from_someone CHECK (state <> 'OPEN' OR num_nonnulls(person, outlet, asker) > 0),
    CONSTRAINT media_request_texts_are_bounded CHECK (length(asker) <= 200 AND length(about) BETWEEN 1 AND 300
        AND length(mandate) <= 1000 AND length(outcome) <= 2000)
);
COMMENT ON TABLE outreach.media_request IS 'What a journalist asked, until what hour, and what came of it';
COMMENT ON COLUMN outreach.media_request.mandate IS 'What allows us to speak: a resolution, a position, a decision';
CREATE INDEX media_request_by_person ON outreach.media_request (person);
CREATE INDEX media_request_by_outlet ON outreach.media_request (outlet);
CREATE INDEX media_request_by_responsible ON outreach.media_request (responsible);
SELECT platform.audit_attach('outreach.media_request', ARRAY ['asker', 'about', 'mandate', 'outcome']);

CREATE TABLE outreach.media_pickup (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    outlet    uuid    NOT NULL,
    title     text    NOT NULL,
    seen_on   date    NOT NULL,
    interview boolean NOT NULL DEFAULT false,
    url       text,
    request   uuid,
    release   uuid,
    action    uuid,
    CONSTRAINT media_pickup_pk PRIMARY KEY (id),
    CONSTRAINT media_pickup_outlet_fk FOREIGN KEY (outlet) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_pickup_request_fk FOREIGN KEY (request) REFERENCES outreach.media_request (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_pickup_release_fk FOREIGN KEY (release) REFERENCES outreach.media_release (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT media_pickup_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000),
    CONSTRAINT media_pickup_title_is_bounded CHECK (length(title) BETWEEN 1 AND 300)
);
COMMENT ON TABLE outreach.media_pickup IS 'Where the press spoke of us: a realisation, which holds the clipping; its tone is not scored';
CREATE INDEX media_pickup_by_outlet ON outreach.media_pickup (outlet);
CREATE INDEX media_pickup_by_request ON outreach.media_pickup (request);
CREATE INDEX media_pickup_by_release ON outreach.media_pickup (release);
SELECT platform.audit_attach('outreach.media_pickup');

CREATE TABLE outreach.media_post (
    id    uuid NOT NULL,
    month date NOT NULL,
    url   text NOT NULL,
    CONSTRAINT media_post_pk PRIMARY KEY (id),
    CONSTRAINT media_post_is_one_by_url UNIQUE (url),
    CONSTRAINT media_post_month_begins CHECK (extract(day FROM month) = 1),
    CONSTRAINT media_post_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000)
);
COMMENT ON TABLE outreach.media_post IS 'A post on the networks or the site, pasted as a link; those of a month are one realisation';
SELECT platform.audit_attach('outreach.media_post');
