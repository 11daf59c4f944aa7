CREATE TABLE outreach.media_feed (
    id            uuid        NOT NULL,
    version       integer     NOT NULL DEFAULT 1,
    single        boolean     NOT NULL DEFAULT true,
    url           text        NOT NULL,
    read_at       timestamptz NOT NULL,
    failing_since timestamptz,
    problem       text,
    etag          text,
    last_modified text,
    CONSTRAINT media_feed_pk PRIMARY KEY (id),
    CONSTRAINT media_feed_is_single UNIQUE (single),
    CONSTRAINT media_feed_single_is_true CHECK (single),
    CONSTRAINT media_feed_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 2000),
    CONSTRAINT media_feed_problem_has_its_day CHECK ((problem IS NULL) = (failing_since IS NULL))
);
COMMENT ON TABLE outreach.media_feed IS 'The feed of the organisation''s own site, read each night (R-WEB-4); one row';
COMMENT ON COLUMN outreach.media_feed.read_at IS 'The last reading that succeeded';
SELECT platform.audit_attach('outreach.media_feed', '{read_at,failing_since,problem,etag,last_modified}');

CREATE TABLE outreach.media_proposal (
    id           uuid    NOT NULL,
    url          text    NOT NULL,
    title        text    NOT NULL,
    published_on date    NOT NULL,
    decided      boolean NOT NULL DEFAULT false,
    CONSTRAINT media_proposal_pk PRIMARY KEY (id),
    CONSTRAINT media_proposal_is_one_by_url UNIQUE (url),
    CONSTRAINT media_proposal_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 1000),
    CONSTRAINT media_proposal_title_is_bounded CHECK (length(title) BETWEEN 1 AND 300)
);
COMMENT ON TABLE outreach.media_proposal IS 'A post that the feed of the site lists, proposed for the realisation of its month';
COMMENT ON COLUMN outreach.media_proposal.decided IS 'Whether a person counted it or left it out: it is proposed once';
