-- What membership gives right to: by category, a table of steps of headcount that a body adopted, in force from a day on; and
-- the decisions that take a member's votes away for a time.
CREATE TABLE resources.delegation_bylaw (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    category       uuid    NOT NULL,
    since          date    NOT NULL,
    steps          jsonb   NOT NULL,
    article        text,
    decided_body   text    NOT NULL,
    decided_on     date    NOT NULL,
    decided_number text,
    CONSTRAINT delegation_bylaw_pk PRIMARY KEY (id),
    CONSTRAINT delegation_bylaw_category_fk FOREIGN KEY (category) REFERENCES resources.membership_category (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT delegation_bylaw_since_key UNIQUE (category, since),
    CONSTRAINT delegation_bylaw_steps_are_some CHECK (
        jsonb_typeof(steps) = 'array' AND jsonb_array_length(steps) BETWEEN 1 AND 30),
    CONSTRAINT delegation_bylaw_article_is_short_text CHECK (length(article) BETWEEN 1 AND 300),
    CONSTRAINT delegation_bylaw_body_is_short_text CHECK (length(decided_body) BETWEEN 1 AND 200),
    CONSTRAINT delegation_bylaw_number_is_short_text CHECK (length(decided_number) BETWEEN 1 AND 100)
);
COMMENT ON TABLE resources.delegation_bylaw IS 'How many delegates and votes a category has from a day on, until the next table';
COMMENT ON COLUMN resources.delegation_bylaw.steps IS 'From which headcount, how many delegates, how many votes; without a hole from 0 on';
COMMENT ON COLUMN resources.delegation_bylaw.article IS 'The by-law and its article';

CREATE TABLE resources.delegation_suspension (
    id             uuid    NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    membership     uuid    NOT NULL,
    since          date    NOT NULL,
    until          date,
    reason         text    NOT NULL,
    decided_body   text    NOT NULL,
    decided_on     date    NOT NULL,
    decided_number text,
    CONSTRAINT delegation_suspension_pk PRIMARY KEY (id),
    CONSTRAINT delegation_suspension_membership_fk FOREIGN KEY (membership) REFERENCES resources.membership (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT delegation_suspension_begins_before_it_ends CHECK (since <= until),
    CONSTRAINT delegation_suspension_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT delegation_suspension_body_is_short_text CHECK (length(decided_body) BETWEEN 1 AND 200),
    CONSTRAINT delegation_suspension_number_is_short_text CHECK (length(decided_number) BETWEEN 1 AND 100),
    CONSTRAINT delegation_suspension_is_one EXCLUDE USING gist
        (membership WITH =, daterange(since, until, '[]') WITH &&)
);
COMMENT ON TABLE resources.delegation_suspension IS 'A decision takes the delegates and votes of a member away, from a day to a day';
COMMENT ON COLUMN resources.delegation_suspension.until IS 'Its last day; null while it lasts';

SELECT platform.audit_attach('resources.delegation_bylaw');
SELECT platform.audit_attach('resources.delegation_suspension');
