-- Dialogue with decision-makers: mandates, asks, meetings and letters, commitments, and the lobby registers.

CREATE SCHEMA IF NOT EXISTS advocacy;

CREATE TABLE advocacy.dialogue_decision_maker (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    person   uuid,
    office   text    NOT NULL DEFAULT '',
    follower uuid,
    notes    text    NOT NULL DEFAULT '',
    since    date    NOT NULL,
    CONSTRAINT dialogue_decision_maker_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_decision_maker_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_decision_maker_follower_fk FOREIGN KEY (follower) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_decision_maker_is_a_person_or_an_office CHECK ((person IS NULL) = (office <> '')),
    CONSTRAINT dialogue_decision_maker_texts_are_bounded CHECK (length(office) <= 200 AND length(notes) <= 4000)
);
COMMENT ON TABLE advocacy.dialogue_decision_maker IS 'A person, or an office, whom we ask for something';
CREATE INDEX dialogue_decision_maker_by_person ON advocacy.dialogue_decision_maker (person);
CREATE INDEX dialogue_decision_maker_by_follower ON advocacy.dialogue_decision_maker (follower);
SELECT platform.audit_attach('advocacy.dialogue_decision_maker');

CREATE TABLE advocacy.dialogue_mandate (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    decision_maker uuid    NOT NULL,
    title          text    NOT NULL,
    body           text    NOT NULL,
    body_kind      text    NOT NULL,
    register       text    NOT NULL,
    from_on        date,
    until_on       date,
    mail           text    NOT NULL DEFAULT '',
    phone          text    NOT NULL DEFAULT '',
    address        text    NOT NULL DEFAULT '',
    CONSTRAINT dialogue_mandate_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_mandate_decision_maker_fk FOREIGN KEY (decision_maker)
        REFERENCES advocacy.dialogue_decision_maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_mandate_body_kind_is_known CHECK (body_kind IN
        ('MINISTRY', 'PARLIAMENT', 'COMMITTEE', 'EMBASSY', 'INTERNATIONAL', 'CITY', 'FIRM', 'OTHER')),
    CONSTRAINT dialogue_mandate_register_is_known CHECK (register IN ('FEDERAL', 'QUEBEC', 'NONE')),
    CONSTRAINT dialogue_mandate_days_in_order CHECK (from_on <= until_on),
    CONSTRAINT dialogue_mandate_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(body) BETWEEN 1 AND 200
        AND length(mail) <= 254 AND length(phone) <= 50 AND length(address) <= 500)
);
COMMENT ON TABLE advocacy.dialogue_mandate IS 'What a decision-maker is in charge of, from a day to the last day in office; its addresses end with it';
CREATE INDEX dialogue_mandate_by_decision_maker ON advocacy.dialogue_mandate (decision_maker);
CREATE INDEX dialogue_mandate_to_clear ON advocacy.dialogue_mandate (until_on) WHERE mail || phone || address <> '';
SELECT platform.audit_attach('advocacy.dialogue_mandate', '{mail,phone,address}');

CREATE TABLE advocacy.dialogue_ask (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    words       text    NOT NULL,
    theme       text    NOT NULL DEFAULT '',
    state       text    NOT NULL DEFAULT 'OPEN',
    opened_on   date    NOT NULL,
    closed_on   date,
    search_form text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(words || ' ' || theme)) STORED,
    CONSTRAINT dialogue_ask_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_ask_state_is_known CHECK (state IN ('OPEN', 'OBTAINED', 'DROPPED')),
    CONSTRAINT dialogue_ask_end_has_its_day CHECK ((state = 'OPEN') = (closed_on IS NULL)),
    CONSTRAINT dialogue_ask_texts_are_bounded CHECK (words = btrim(words) AND length(words) BETWEEN 1 AND 500 AND length(theme) <= 100)
);
COMMENT ON TABLE advocacy.dialogue_ask IS 'What we ask of decision-makers';
CREATE INDEX dialogue_ask_by_day ON advocacy.dialogue_ask (opened_on, id);
SELECT platform.audit_attach('advocacy.dialogue_ask');

CREATE VIEW advocacy.dialogue_ask_summary AS SELECT id, words, theme, state, opened_on, closed_on FROM advocacy.dialogue_ask;
COMMENT ON VIEW advocacy.dialogue_ask_summary IS 'What we ask, for modules above';
REVOKE INSERT, UPDATE, DELETE ON advocacy.dialogue_ask_summary FROM ${application};

CREATE TABLE advocacy.dialogue_ask_target (
    ask            uuid NOT NULL,
    decision_maker uuid NOT NULL,
    CONSTRAINT dialogue_ask_target_pk PRIMARY KEY (ask, decision_maker),
    CONSTRAINT dialogue_ask_target_ask_fk FOREIGN KEY (ask) REFERENCES advocacy.dialogue_ask (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_ask_target_decision_maker_fk FOREIGN KEY (decision_maker)
        REFERENCES advocacy.dialogue_decision_maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE advocacy.dialogue_ask_target IS 'Of whom we ask it';
CREATE INDEX dialogue_ask_target_by_decision_maker ON advocacy.dialogue_ask_target (decision_maker);
SELECT platform.audit_attach('advocacy.dialogue_ask_target');

CREATE TABLE advocacy.dialogue_act (
    id          uuid          NOT NULL,
    version     integer       NOT NULL DEFAULT 1,
    kind        text          NOT NULL,
    state       text          NOT NULL,
    happened_on date          NOT NULL,
    subject     text          NOT NULL,
    said        text          NOT NULL DEFAULT '',
    source      text          NOT NULL DEFAULT '',
    register    text          NOT NULL,
    staff_hours numeric(6, 2) NOT NULL DEFAULT 0,
    reply       text          NOT NULL DEFAULT 'NONE',
    reply_by    date,
    replied_on  date,
    reply_words text          NOT NULL DEFAULT '',
    counts      boolean       NOT NULL GENERATED ALWAYS AS (state = 'DONE' AND staff_hours > 0 AND register <> 'NONE'
        AND kind NOT IN ('COMMITTEE_BRIEF', 'INFORMATION_REQUEST')) STORED,
    CONSTRAINT dialogue_act_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_act_kind_is_known CHECK (kind IN
        ('MEETING', 'CALL', 'LETTER', 'PUBLIC_APPEAL', 'GRANT_CONTACT', 'COMMITTEE_BRIEF', 'INFORMATION_REQUEST')),
    CONSTRAINT dialogue_act_state_is_known CHECK (state IN ('PLANNED', 'DONE', 'CANCELLED')),
    CONSTRAINT dialogue_act_register_is_known CHECK (register IN ('FEDERAL', 'QUEBEC', 'NONE')),
    CONSTRAINT dialogue_act_reply_is_known CHECK (reply IN ('NONE', 'AWAITED', 'ANSWERED', 'SILENCE')),
    CONSTRAINT dialogue_act_awaited_reply_has_its_day CHECK (reply <> 'AWAITED' OR reply_by IS NOT NULL),
    CONSTRAINT dialogue_act_hours_are_bounded CHECK (staff_hours BETWEEN 0 AND 999),
    CONSTRAINT dialogue_act_texts_are_bounded CHECK (subject = btrim(subject) AND length(subject) BETWEEN 1 AND 300
        AND length(said) <= 10000 AND length(source) <= 300 AND length(reply_words) <= 4000)
);
COMMENT ON TABLE advocacy.dialogue_act IS 'A meeting, a letter, a call or another act towards decision-makers';
COMMENT ON COLUMN advocacy.dialogue_act.staff_hours IS 'Hours of paid staff together, preparation included';
COMMENT ON COLUMN advocacy.dialogue_act.counts IS 'Whether its hours count for a lobby register (R-ADV-3)';
CREATE INDEX dialogue_act_by_day ON advocacy.dialogue_act (happened_on, id);
CREATE INDEX dialogue_act_by_register ON advocacy.dialogue_act (register, happened_on) WHERE counts;
CREATE INDEX dialogue_act_planned ON advocacy.dialogue_act (happened_on) WHERE state = 'PLANNED';
CREATE INDEX dialogue_act_awaiting ON advocacy.dialogue_act (reply_by) WHERE reply = 'AWAITED';
SELECT platform.audit_attach('advocacy.dialogue_act');

CREATE TABLE advocacy.dialogue_act_decision_maker (
    act            uuid NOT NULL,
    decision_maker uuid NOT NULL,
    CONSTRAINT dialogue_act_decision_maker_pk PRIMARY KEY (act, decision_maker),
    CONSTRAINT dialogue_act_decision_maker_act_fk FOREIGN KEY (act) REFERENCES advocacy.dialogue_act (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_act_decision_maker_decision_maker_fk FOREIGN KEY (decision_maker)
        REFERENCES advocacy.dialogue_decision_maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE advocacy.dialogue_act_decision_maker IS 'The decision-makers met or written to';
CREATE INDEX dialogue_act_decision_maker_by_decision_maker ON advocacy.dialogue_act_decision_maker (decision_maker);
SELECT platform.audit_attach('advocacy.dialogue_act_decision_maker');

CREATE TABLE advocacy.dialogue_act_person (
    act    uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT dialogue_act_person_pk PRIMARY KEY (act, person),
    CONSTRAINT dialogue_act_person_act_fk FOREIGN KEY (act) REFERENCES advocacy.dialogue_act (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_act_person_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE advocacy.dialogue_act_person IS 'Who of us went, called or wrote';
CREATE INDEX dialogue_act_person_by_person ON advocacy.dialogue_act_person (person);
SELECT platform.audit_attach('advocacy.dialogue_act_person');

CREATE TABLE advocacy.dialogue_act_ask (
    act uuid NOT NULL,
    ask uuid NOT NULL,
    CONSTRAINT dialogue_act_ask_pk PRIMARY KEY (act, ask),
    CONSTRAINT dialogue_act_ask_act_fk FOREIGN KEY (act) REFERENCES advocacy.dialogue_act (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_act_ask_ask_fk FOREIGN KEY (ask) REFERENCES advocacy.dialogue_ask (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE advocacy.dialogue_act_ask IS 'What we asked on that day';
CREATE INDEX dialogue_act_ask_by_ask ON advocacy.dialogue_act_ask (ask);
SELECT platform.audit_attach('advocacy.dialogue_act_ask');

CREATE TABLE advocacy.dialogue_commitment (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    decision_maker uuid    NOT NULL,
    act            uuid,
    words          text    NOT NULL,
    source         text    NOT NULL,
    made_on        date    NOT NULL,
    due_on         date,
    state          text    NOT NULL DEFAULT 'MADE',
    closed_on      date,
    evidence       text    NOT NULL DEFAULT '',
    search_form    text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(words)) STORED,
    CONSTRAINT dialogue_commitment_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_commitment_decision_maker_fk FOREIGN KEY (decision_maker)
        REFERENCES advocacy.dialogue_decision_maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_commitment_act_fk FOREIGN KEY (act) REFERENCES advocacy.dialogue_act (id) ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dialogue_commitment_state_is_known CHECK (state IN ('MADE', 'KEPT', 'BROKEN', 'LAPSED')),
    CONSTRAINT dialogue_commitment_end_has_its_day CHECK ((state = 'MADE') = (closed_on IS NULL)),
    CONSTRAINT dialogue_commitment_days_in_order CHECK (made_on <= due_on),
    CONSTRAINT dialogue_commitment_texts_are_bounded CHECK (length(words) BETWEEN 1 AND 1000 AND length(source) BETWEEN 1 AND 300
        AND length(evidence) <= 500)
);
COMMENT ON TABLE advocacy.dialogue_commitment IS 'What a decision-maker promised, in which words, and whether it was kept';
CREATE INDEX dialogue_commitment_by_decision_maker ON advocacy.dialogue_commitment (decision_maker);
CREATE INDEX dialogue_commitment_by_act ON advocacy.dialogue_commitment (act);
CREATE INDEX dialogue_commitment_by_day ON advocacy.dialogue_commitment (due_on) WHERE state = 'MADE';
SELECT platform.audit_attach('advocacy.dialogue_commitment');

CREATE TABLE advocacy.dialogue_lobby_rule (
    id               uuid          NOT NULL,
    register         text          NOT NULL,
    from_on          date          NOT NULL,
    window_days      integer       NOT NULL,
    amber_hours      numeric(6, 2),
    red_hours        numeric(6, 2),
    days_to_disclose integer,
    source           text          NOT NULL,
    checked_on       date          NOT NULL,
    CONSTRAINT dialogue_lobby_rule_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_lobby_rule_once_a_day UNIQUE (register, from_on),
    CONSTRAINT dialogue_lobby_rule_register_is_known CHECK (register IN ('FEDERAL', 'QUEBEC')),
    CONSTRAINT dialogue_lobby_rule_window_is_bounded CHECK (window_days BETWEEN 1 AND 400 AND days_to_disclose BETWEEN 1 AND 400),
    CONSTRAINT dialogue_lobby_rule_hours_in_order CHECK ((amber_hours IS NULL) = (red_hours IS NULL) AND amber_hours <= red_hours
        AND amber_hours > 0),
    CONSTRAINT dialogue_lobby_rule_source_is_short_text CHECK (length(source) BETWEEN 1 AND 500)
);
COMMENT ON TABLE advocacy.dialogue_lobby_rule IS 'What a lobby register asks from a day on, with its source; without hours, it goes by regularity';
SELECT platform.audit_attach('advocacy.dialogue_lobby_rule');

INSERT INTO advocacy.dialogue_lobby_rule (id, register, from_on, window_days, amber_hours, red_hours, days_to_disclose, source, checked_on) VALUES
    ('019a0000-0000-7000-8000-000000000001', 'FEDERAL', '2026-01-19', 28, 6, 8, NULL,
     'Commissariat au lobbying du Canada, seuil en vigueur depuis le 19 janvier 2026 (mondaq, gowling)', '2026-11-29'),
    ('019a0000-0000-7000-8000-000000000002', 'QUEBEC', '2022-10-13', 365, NULL, NULL, 60,
     'Lobbyisme Québec, Carrefour Lobby Québec : régularité et intensité; 60 jours (lobby.gouv.qc.ca)', '2026-11-29');

CREATE TABLE advocacy.dialogue_lobby_opinion (
    id        uuid NOT NULL,
    register  text NOT NULL,
    given_on  date NOT NULL,
    outcome   text NOT NULL,
    words     text NOT NULL DEFAULT '',
    review_on date NOT NULL,
    CONSTRAINT dialogue_lobby_opinion_pk PRIMARY KEY (id),
    CONSTRAINT dialogue_lobby_opinion_register_is_known CHECK (register IN ('FEDERAL', 'QUEBEC')),
    CONSTRAINT dialogue_lobby_opinion_outcome_is_known CHECK (outcome IN ('NOT_REQUIRED', 'TO_REGISTER', 'REGISTERED')),
    CONSTRAINT dialogue_lobby_opinion_days_in_order CHECK (given_on < review_on),
    CONSTRAINT dialogue_lobby_opinion_words_are_bounded CHECK (length(words) <= 2000)
);
COMMENT ON TABLE advocacy.dialogue_lobby_opinion IS 'What counsel decided about a register, until the day of its review';
CREATE INDEX dialogue_lobby_opinion_by_register ON advocacy.dialogue_lobby_opinion (register, given_on);
SELECT platform.audit_attach('advocacy.dialogue_lobby_opinion');
