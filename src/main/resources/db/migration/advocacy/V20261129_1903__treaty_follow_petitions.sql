-- Official petitions: followed by their number at a parliament, with counts as published; never collected here.

ALTER TABLE advocacy.treaty
    DROP CONSTRAINT treaty_kind_is_known,
    ADD CONSTRAINT treaty_kind_is_known CHECK (kind IN ('TREATY', 'BILL', 'CASE', 'PETITION'));

ALTER TABLE advocacy.treaty_fact
    ADD COLUMN count integer,
    DROP CONSTRAINT treaty_fact_kind_is_known,
    ADD CONSTRAINT treaty_fact_kind_is_known CHECK (kind IN ('ADOPTED', 'IN_FORCE', 'RATIFIED', 'NOT_RATIFIED', 'TABLED', 'STAGE',
        'LAPSED', 'ABOLISHED', 'COMPLAINT', 'DECISION', 'OTHER', 'COUNT')),
    ADD CONSTRAINT treaty_fact_count_is_counted CHECK ((kind = 'COUNT') = (count IS NOT NULL) AND count BETWEEN 0 AND 10000000);
COMMENT ON COLUMN advocacy.treaty_fact.count IS 'How many signed a petition, as its parliament published it that day';

CREATE TABLE advocacy.treaty_petition (
    id            uuid    NOT NULL,
    treaty        uuid    NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    parliament    text    NOT NULL,
    sponsor       text    NOT NULL DEFAULT '',
    opens_on      date    NOT NULL,
    closes_on     date,
    tabled_on     date,
    answer_due_on date,
    answered_on   date,
    answer        text    NOT NULL DEFAULT '',
    CONSTRAINT treaty_petition_pk PRIMARY KEY (id),
    CONSTRAINT treaty_petition_is_one UNIQUE (treaty),
    CONSTRAINT treaty_petition_treaty_fk FOREIGN KEY (treaty) REFERENCES advocacy.treaty (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT treaty_petition_parliament_is_known CHECK (parliament IN ('CANADA', 'QUEBEC')),
    CONSTRAINT treaty_petition_days_in_order CHECK (opens_on <= closes_on AND opens_on <= tabled_on AND tabled_on <= answered_on),
    CONSTRAINT treaty_petition_answer_follows CHECK (answered_on IS NULL OR tabled_on IS NOT NULL),
    CONSTRAINT treaty_petition_texts_are_bounded CHECK (length(sponsor) <= 200 AND length(answer) <= 1000)
);
COMMENT ON TABLE advocacy.treaty_petition IS 'The days of an official petition, as its parliament publishes them (R-ADV-5)';
COMMENT ON COLUMN advocacy.treaty_petition.sponsor IS 'The member of parliament who presents it';
SELECT platform.audit_attach('advocacy.treaty_petition');
