-- Country watch: feeds and what they propose, items kept, partners' yes to their words, contexts, digests.

CREATE SCHEMA IF NOT EXISTS cooperation;

CREATE TABLE cooperation.watch_feed (
    id            uuid        NOT NULL,
    version       integer     NOT NULL DEFAULT 1,
    country       text        NOT NULL,
    title         text        NOT NULL,
    url           text        NOT NULL,
    is_on         boolean     NOT NULL DEFAULT true,
    added_on      date        NOT NULL,
    next_at       timestamptz NOT NULL,
    read_at       timestamptz,
    fresh_at      timestamptz,
    failing_since timestamptz,
    failures      integer     NOT NULL DEFAULT 0,
    problem       text,
    etag          text,
    last_modified text,
    CONSTRAINT watch_feed_pk PRIMARY KEY (id),
    CONSTRAINT watch_feed_is_one_by_country UNIQUE (country, url),
    CONSTRAINT watch_feed_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT watch_feed_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 2000),
    CONSTRAINT watch_feed_title_is_short_text CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200),
    CONSTRAINT watch_feed_problem_has_its_day CHECK ((failures = 0) = (problem IS NULL) AND (failures = 0) = (failing_since IS NULL))
);
COMMENT ON TABLE cooperation.watch_feed IS 'A feed about a country, RSS or Atom, with its health (R-WATCH-1)';
COMMENT ON COLUMN cooperation.watch_feed.fresh_at IS 'When it last held an entry that was not seen before; feeds'' own dates are often missing';
CREATE INDEX watch_feed_due ON cooperation.watch_feed (next_at) WHERE is_on;
SELECT platform.audit_attach('cooperation.watch_feed',
    '{next_at,read_at,fresh_at,failing_since,failures,problem,etag,last_modified}');

CREATE TABLE cooperation.watch_entry (
    id           uuid  NOT NULL,
    feed         uuid  NOT NULL,
    mark         bytea NOT NULL,
    title        text,
    url          text,
    published_on date,
    seen_on      date  NOT NULL,
    listed_on    date  NOT NULL,
    proposed_on  date,
    answer       text,
    CONSTRAINT watch_entry_pk PRIMARY KEY (id),
    CONSTRAINT watch_entry_feed_fk FOREIGN KEY (feed) REFERENCES cooperation.watch_feed (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT watch_entry_is_seen_once UNIQUE (feed, mark),
    CONSTRAINT watch_entry_answer_is_known CHECK (answer IN ('KEPT', 'DISMISSED')),
    CONSTRAINT watch_entry_is_proposed_before_its_answer CHECK (answer IS NULL OR proposed_on IS NOT NULL),
    CONSTRAINT watch_entry_texts_are_bounded CHECK (length(title) <= 300 AND length(url) <= 2000)
);
COMMENT ON TABLE cooperation.watch_entry IS 'What a feed holds: at most three entries a week and country are proposed, the others lose their words after a week';
COMMENT ON COLUMN cooperation.watch_entry.mark IS 'A hash of its identifier, so that it is proposed once';
COMMENT ON COLUMN cooperation.watch_entry.listed_on IS 'When the feed last held it';
CREATE INDEX watch_entry_by_proposal ON cooperation.watch_entry (proposed_on) WHERE proposed_on IS NOT NULL;
CREATE INDEX watch_entry_with_words ON cooperation.watch_entry (seen_on) WHERE title IS NOT NULL;

CREATE TABLE cooperation.watch_item (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    country      text    NOT NULL,
    title        text    NOT NULL,
    url          text,
    body         text    NOT NULL DEFAULT '',
    source       text    NOT NULL DEFAULT '',
    is_note      boolean NOT NULL,
    organisation uuid,
    person       uuid,
    context      text    NOT NULL DEFAULT '',
    reliability  text    NOT NULL,
    audience     text    NOT NULL,
    wording      integer NOT NULL DEFAULT 1,
    yes_on       date,
    yes_how      text,
    yes_wording  integer,
    kept_on      date    NOT NULL,
    expires_on   date    NOT NULL,
    lead         text,
    lead_by      date,
    lead_url     text,
    search_form  text    NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title) || ' ' || platform.fold(context)) STORED,
    CONSTRAINT watch_item_pk PRIMARY KEY (id),
    CONSTRAINT watch_item_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT watch_item_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT watch_item_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT watch_item_url_is_an_address CHECK (url ~ '^https?://' AND length(url) <= 2000),
    CONSTRAINT watch_item_reliability_is_known CHECK (reliability IN ('REPORTED', 'CORROBORATED', 'REFUTED')),
    CONSTRAINT watch_item_audience_is_known CHECK (audience IN ('TEAM', 'MEMBERS', 'PARTNERS', 'EVERYONE')),
    CONSTRAINT watch_item_lead_is_known CHECK (lead IN ('POSITION', 'URGENT_ACTION', 'GUIDE', 'BOARD_NOTE')),
    CONSTRAINT watch_item_lead_is_whole CHECK (lead IS NOT NULL OR (lead_by IS NULL AND lead_url IS NULL)),
    CONSTRAINT watch_item_lead_url_is_ours CHECK (lead_url ~ '^/[^/]' AND length(lead_url) <= 500),
    CONSTRAINT watch_item_names_one_contact_of_a_note CHECK (num_nonnulls(organisation, person) <= CASE WHEN is_note THEN 1 ELSE 0 END),
    CONSTRAINT watch_item_yes_is_whole CHECK (num_nulls(yes_on, yes_how, yes_wording) IN (0, 3)),
    CONSTRAINT watch_item_note_leaves_with_a_yes CHECK (NOT is_note OR audience = 'TEAM' OR coalesce(yes_wording = wording, false)),
    CONSTRAINT watch_item_days_in_order CHECK (kept_on <= expires_on),
    CONSTRAINT watch_item_texts_are_bounded CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 300
        AND length(body) <= 8000 AND length(source) <= 200 AND length(context) <= 500 AND length(yes_how) BETWEEN 1 AND 300)
);
COMMENT ON TABLE cooperation.watch_item IS 'Something learned about a country and kept: a link, a text, or a partner''s note (R-WATCH-4)';
COMMENT ON COLUMN cooperation.watch_item.body IS 'What was pasted; it stays with the team';
COMMENT ON COLUMN cooperation.watch_item.wording IS 'Rises with each change of the words that may leave the team: title, context, translations';
COMMENT ON COLUMN cooperation.watch_item.yes_wording IS 'The wording to which the partner said yes; a note leaves the team only with these words';
COMMENT ON COLUMN cooperation.watch_item.lead_url IS 'The record to which it led, within the application';
CREATE INDEX watch_item_by_day ON cooperation.watch_item (kept_on DESC, id DESC);
CREATE INDEX watch_item_by_country ON cooperation.watch_item (country, kept_on DESC, id DESC);
CREATE INDEX watch_item_by_lead ON cooperation.watch_item (lead_by) WHERE lead_url IS NULL AND lead_by IS NOT NULL;
CREATE INDEX watch_item_by_url ON cooperation.watch_item (md5(url));
CREATE INDEX watch_item_by_organisation ON cooperation.watch_item (organisation);
CREATE INDEX watch_item_by_person ON cooperation.watch_item (person);
CREATE INDEX watch_item_search ON cooperation.watch_item USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('cooperation.watch_item');

CREATE TABLE cooperation.watch_translation (
    id       uuid NOT NULL,
    item     uuid NOT NULL,
    language text NOT NULL,
    words    text NOT NULL,
    CONSTRAINT watch_translation_pk PRIMARY KEY (id),
    CONSTRAINT watch_translation_item_fk FOREIGN KEY (item) REFERENCES cooperation.watch_item (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT watch_translation_is_one_by_language UNIQUE (item, language),
    CONSTRAINT watch_translation_language_is_known CHECK (language IN ('en', 'es')),
    CONSTRAINT watch_translation_is_bounded CHECK (length(words) BETWEEN 1 AND 800)
);
COMMENT ON TABLE cooperation.watch_translation IS 'What an item says in a partner''s language';
SELECT platform.audit_attach('cooperation.watch_translation');

CREATE TABLE cooperation.watch_context (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    country    text    NOT NULL,
    body       text    NOT NULL,
    written_on date    NOT NULL,
    CONSTRAINT watch_context_pk PRIMARY KEY (id),
    CONSTRAINT watch_context_is_one_by_country UNIQUE (country),
    CONSTRAINT watch_context_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT watch_context_is_bounded CHECK (length(body) BETWEEN 1 AND 4000)
);
COMMENT ON TABLE cooperation.watch_context IS 'The context of a country in a few lines, as of a day';
SELECT platform.audit_attach('cooperation.watch_context');

CREATE TABLE cooperation.watch_digest (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    audience  text    NOT NULL,
    language  text    NOT NULL,
    made_on   date    NOT NULL,
    title     text    NOT NULL,
    body      text    NOT NULL,
    handed_on date,
    shared_on date,
    CONSTRAINT watch_digest_pk PRIMARY KEY (id),
    CONSTRAINT watch_digest_audience_is_known CHECK (audience IN ('MEMBERS', 'PARTNERS')),
    CONSTRAINT watch_digest_language_is_known CHECK (language IN ('fr', 'en', 'es')),
    CONSTRAINT watch_digest_texts_are_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(body) BETWEEN 1 AND 10000)
);
COMMENT ON TABLE cooperation.watch_digest IS 'What was learned, told to members, or what happens here, told to partners in their language';
COMMENT ON COLUMN cooperation.watch_digest.handed_on IS 'When it became a draft of the newsletter, which records its own sending';
CREATE INDEX watch_digest_by_day ON cooperation.watch_digest (made_on DESC, id DESC);
SELECT platform.audit_attach('cooperation.watch_digest');

CREATE TABLE cooperation.watch_told (
    digest  uuid    NOT NULL,
    item    uuid    NOT NULL,
    refuted boolean NOT NULL,
    CONSTRAINT watch_told_pk PRIMARY KEY (digest, item),
    CONSTRAINT watch_told_digest_fk FOREIGN KEY (digest) REFERENCES cooperation.watch_digest (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT watch_told_item_fk FOREIGN KEY (item) REFERENCES cooperation.watch_item (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE cooperation.watch_told IS 'An item in a digest, or in a later one that says that it turned out to be wrong';
CREATE INDEX watch_told_by_item ON cooperation.watch_told (item);
SELECT platform.audit_attach('cooperation.watch_told');
