-- Partners over time: how far the relation is, who leads on each side, agreements, what is due both ways; and requests.

CREATE TABLE cooperation.partner (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    organisation uuid,
    person       uuid,
    stage        text    NOT NULL,
    our_lead     uuid,
    their_lead   uuid,
    countries    text[]  NOT NULL DEFAULT '{}',
    notes        text    NOT NULL DEFAULT '',
    since        date    NOT NULL,
    CONSTRAINT partner_pk PRIMARY KEY (id),
    CONSTRAINT partner_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_our_lead_fk FOREIGN KEY (our_lead) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_their_lead_fk FOREIGN KEY (their_lead) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_is_one_party CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT partner_stage_is_known CHECK (stage IN ('PROSPECT', 'ACTIVE', 'PAUSED', 'ENDED')),
    CONSTRAINT partner_texts_are_bounded CHECK (length(notes) <= 4000 AND cardinality(countries) <= 20)
);
COMMENT ON TABLE cooperation.partner IS 'An organisation or a person with which we cooperate, or may';
CREATE INDEX partner_by_organisation ON cooperation.partner (organisation);
CREATE INDEX partner_by_person ON cooperation.partner (person);
CREATE INDEX partner_by_our_lead ON cooperation.partner (our_lead);
CREATE INDEX partner_by_their_lead ON cooperation.partner (their_lead);
SELECT platform.audit_attach('cooperation.partner');

CREATE TABLE cooperation.partner_agreement (
    id        uuid    NOT NULL,
    partner   uuid    NOT NULL,
    title     text    NOT NULL,
    signed_on date    NOT NULL,
    ends_on   date,
    money     boolean NOT NULL,
    CONSTRAINT partner_agreement_pk PRIMARY KEY (id),
    CONSTRAINT partner_agreement_partner_fk FOREIGN KEY (partner) REFERENCES cooperation.partner (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_agreement_days_in_order CHECK (signed_on <= ends_on),
    CONSTRAINT partner_agreement_title_is_short_text CHECK (length(title) BETWEEN 1 AND 300)
);
COMMENT ON TABLE cooperation.partner_agreement IS 'What we and a partner agreed, with or without money';
CREATE INDEX partner_agreement_by_partner ON cooperation.partner_agreement (partner);
CREATE INDEX partner_agreement_by_end ON cooperation.partner_agreement (ends_on);
SELECT platform.audit_attach('cooperation.partner_agreement');

CREATE TABLE cooperation.partner_due (
    id      uuid    NOT NULL,
    version integer NOT NULL DEFAULT 1,
    partner uuid    NOT NULL,
    ours    boolean NOT NULL,
    what    text    NOT NULL,
    due_on  date    NOT NULL,
    done_on date,
    CONSTRAINT partner_due_pk PRIMARY KEY (id),
    CONSTRAINT partner_due_partner_fk FOREIGN KEY (partner) REFERENCES cooperation.partner (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_due_what_is_short_text CHECK (length(what) BETWEEN 1 AND 300)
);
COMMENT ON TABLE cooperation.partner_due IS 'What we owe a partner (ours), or the partner owes us, until a day';
CREATE INDEX partner_due_by_partner ON cooperation.partner_due (partner);
CREATE INDEX partner_due_by_day ON cooperation.partner_due (due_on) WHERE done_on IS NULL;
SELECT platform.audit_attach('cooperation.partner_due');

CREATE TABLE cooperation.partner_request (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    organisation uuid,
    person       uuid,
    title        text    NOT NULL,
    details      text    NOT NULL DEFAULT '',
    channel      text    NOT NULL,
    received_on  date    NOT NULL,
    promised_on  date    NOT NULL,
    responsible  uuid,
    needs        text    NOT NULL DEFAULT '',
    feasibility  text    NOT NULL DEFAULT '',
    capacity     text    NOT NULL DEFAULT '',
    funding      text    NOT NULL DEFAULT '',
    state        text    NOT NULL,
    answered_on  date,
    reason       text    NOT NULL DEFAULT '',
    reply        text    NOT NULL DEFAULT '',
    project      uuid,
    search_form  text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title)) STORED,
    CONSTRAINT partner_request_pk PRIMARY KEY (id),
    CONSTRAINT partner_request_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_request_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_request_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_request_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT partner_request_is_from_one_party CHECK (num_nonnulls(organisation, person) <= 1),
    CONSTRAINT partner_request_channel_is_known CHECK (channel IN ('MAIL', 'PHONE', 'MEETING', 'LETTER', 'OTHER')),
    CONSTRAINT partner_request_days_in_order CHECK (received_on <= promised_on AND received_on <= answered_on),
    CONSTRAINT partner_request_state_is_known CHECK (state IN ('OPEN', 'PROJECT', 'ELSEWHERE', 'REFUSED')),
    CONSTRAINT partner_request_answer_has_its_day CHECK ((state = 'OPEN') = (answered_on IS NULL)),
    CONSTRAINT partner_request_refusal_has_its_reason CHECK (state <> 'REFUSED' OR length(reason) > 0),
    CONSTRAINT partner_request_project_is_one CHECK ((state = 'PROJECT') = (project IS NOT NULL)),
    CONSTRAINT partner_request_texts_are_bounded CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300
        AND length(details) <= 4000 AND length(needs) <= 1000 AND length(feasibility) <= 1000 AND length(capacity) <= 1000
        AND length(funding) <= 1000 AND length(reason) <= 1000 AND length(reply) <= 4000)
);
COMMENT ON TABLE cooperation.partner_request IS 'What a partner asks of us, how it is weighed, and our answer by the promised day';
COMMENT ON COLUMN cooperation.partner_request.state IS 'Open; became a project; goes on elsewhere (an application, an appeal, a support); refused';
CREATE INDEX partner_request_by_organisation ON cooperation.partner_request (organisation);
CREATE INDEX partner_request_by_person ON cooperation.partner_request (person);
CREATE INDEX partner_request_by_responsible ON cooperation.partner_request (responsible);
CREATE INDEX partner_request_by_project ON cooperation.partner_request (project);
CREATE INDEX partner_request_by_day ON cooperation.partner_request (promised_on) WHERE answered_on IS NULL;
SELECT platform.audit_attach('cooperation.partner_request');
