-- Tools: editions with licence and legal deposit, printed copies and where they lie, hand-outs, kits and their loans.

CREATE TABLE education.tool (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    title       text    NOT NULL,
    kind        text    NOT NULL,
    theme       text,
    made_by     text,
    description text,
    reorder_at  integer,
    responsible uuid,
    CONSTRAINT tool_pk PRIMARY KEY (id),
    CONSTRAINT tool_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_kind_is_known CHECK (kind IN ('COMIC', 'SHEET', 'GUIDE', 'GAME', 'EXHIBITION', 'VIDEO', 'KIT', 'OTHER')),
    CONSTRAINT tool_reorder_point_is_a_count CHECK (reorder_at BETWEEN 0 AND 100000),
    CONSTRAINT tool_texts_are_bounded CHECK (
        length(title) BETWEEN 1 AND 200 AND length(theme) BETWEEN 1 AND 100 AND length(made_by) BETWEEN 1 AND 200
        AND length(description) BETWEEN 1 AND 4000)
);
COMMENT ON TABLE education.tool IS 'A tool of education';
COMMENT ON COLUMN education.tool.made_by IS 'Who made it elsewhere; null for a tool made here, of which copies are deposited';
COMMENT ON COLUMN education.tool.reorder_at IS 'Copies left from which more are printed';
CREATE INDEX tool_by_responsible ON education.tool (responsible);
SELECT platform.audit_attach('education.tool');

CREATE TABLE education.tool_edition (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    tool         uuid    NOT NULL,
    language     text    NOT NULL,
    label        text    NOT NULL,
    licence      text,
    isbn         text,
    published_on date    NOT NULL,
    banq_on      date,
    ottawa_on    date,
    CONSTRAINT tool_edition_pk PRIMARY KEY (id),
    CONSTRAINT tool_edition_tool_fk FOREIGN KEY (tool) REFERENCES education.tool (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_edition_language_is_a_code CHECK (language ~ '^[a-z]{2,3}$'),
    CONSTRAINT tool_edition_isbn_is_thirteen_digits CHECK (isbn ~ '^[0-9]{13}$'),
    CONSTRAINT tool_edition_deposits_follow CHECK (banq_on >= published_on AND ottawa_on >= published_on),
    CONSTRAINT tool_edition_texts_are_short CHECK (length(label) BETWEEN 1 AND 100 AND length(licence) BETWEEN 1 AND 200)
);
COMMENT ON COLUMN education.tool_edition.licence IS 'Of the texts and drawings; portraits and testimonies are outside it (R-EDU-5)';
COMMENT ON COLUMN education.tool_edition.banq_on IS 'Legal deposit at BAnQ, due 7 days after the publication (R-EDU-6)';
CREATE INDEX tool_edition_by_tool ON education.tool_edition (tool);
SELECT platform.audit_attach('education.tool_edition');

CREATE TABLE education.tool_batch (
    id         uuid    NOT NULL,
    edition    uuid    NOT NULL,
    printed_on date    NOT NULL,
    copies     integer NOT NULL,
    place      text    NOT NULL,
    CONSTRAINT tool_batch_pk PRIMARY KEY (id),
    CONSTRAINT tool_batch_edition_fk FOREIGN KEY (edition) REFERENCES education.tool_edition (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_batch_copies_are_counted CHECK (copies BETWEEN 1 AND 1000000),
    CONSTRAINT tool_batch_place_is_short_text CHECK (length(place) BETWEEN 1 AND 200)
);
COMMENT ON TABLE education.tool_batch IS 'Copies printed together, and where they lie';
CREATE INDEX tool_batch_by_edition ON education.tool_batch (edition);
SELECT platform.audit_attach('education.tool_batch');

CREATE TABLE education.tool_hand_out (
    id        uuid    NOT NULL,
    batch     uuid    NOT NULL,
    handed_on date    NOT NULL,
    copies    integer NOT NULL,
    setting   text    NOT NULL,
    region    text,
    CONSTRAINT tool_hand_out_pk PRIMARY KEY (id),
    CONSTRAINT tool_hand_out_batch_fk FOREIGN KEY (batch) REFERENCES education.tool_batch (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_hand_out_copies_are_counted CHECK (copies BETWEEN 1 AND 100000),
    CONSTRAINT tool_hand_out_setting_is_known CHECK (setting IN ('CLASS', 'UNION', 'COMMUNITY', 'EVENT', 'MAIL', 'OTHER')),
    CONSTRAINT tool_hand_out_region_is_a_code CHECK (region ~ '^[0-9]{2}$')
);
COMMENT ON TABLE education.tool_hand_out IS 'Copies handed out on a day: what is distributed is their sum, never what was printed (R-EDU-6)';
CREATE INDEX tool_hand_out_by_batch ON education.tool_hand_out (batch);
SELECT platform.audit_attach('education.tool_hand_out');

CREATE TABLE education.tool_loan (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    tool        uuid    NOT NULL,
    copy        text    NOT NULL,
    holder      uuid    NOT NULL,
    contact     text,
    lent_on     date    NOT NULL,
    due_on      date    NOT NULL,
    returned_on date,
    people      integer,
    missing     text,
    CONSTRAINT tool_loan_pk PRIMARY KEY (id),
    CONSTRAINT tool_loan_tool_fk FOREIGN KEY (tool) REFERENCES education.tool (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_loan_holder_fk FOREIGN KEY (holder) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT tool_loan_days_follow CHECK (lent_on <= due_on AND lent_on <= returned_on),
    CONSTRAINT tool_loan_people_are_counted CHECK (people BETWEEN 0 AND 100000),
    CONSTRAINT tool_loan_return_is_dated CHECK (returned_on IS NOT NULL OR (people IS NULL AND missing IS NULL)),
    CONSTRAINT tool_loan_texts_are_short CHECK (
        length(copy) BETWEEN 1 AND 100 AND length(contact) BETWEEN 1 AND 200 AND length(missing) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE education.tool_loan IS 'A kit or exhibition lent to an organisation (R-EDU-9)';
COMMENT ON COLUMN education.tool_loan.copy IS 'Which of the kits: it is lent to one holder at a time';
CREATE UNIQUE INDEX tool_loan_one_holder ON education.tool_loan (tool, copy) WHERE returned_on IS NULL;
CREATE INDEX tool_loan_by_holder ON education.tool_loan (holder);
SELECT platform.audit_attach('education.tool_loan');
