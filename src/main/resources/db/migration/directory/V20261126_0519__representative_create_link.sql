-- What a member organisation opens by a link, and what its representative proposes to correct.

CREATE TABLE directory.representative_link (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    token_hash   bytea       NOT NULL,
    made_at      timestamptz NOT NULL,
    made_by      uuid        NOT NULL,
    until        date        NOT NULL,
    opened_at    timestamptz,
    CONSTRAINT representative_link_pk PRIMARY KEY (id),
    CONSTRAINT representative_link_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT representative_link_token_key UNIQUE (token_hash)
);
COMMENT ON TABLE directory.representative_link IS 'A link that opens one organisation''s page; one that was taken back is gone';
COMMENT ON COLUMN directory.representative_link.token_hash IS 'SHA-256 of the secret in the address';
COMMENT ON COLUMN directory.representative_link.until IS 'The last day on which it opens something';
CREATE INDEX representative_link_by_organisation ON directory.representative_link (organisation, made_at);
CREATE INDEX representative_link_by_end ON directory.representative_link (until);
SELECT platform.backup_leave_out('directory.representative_link', 'hashes of secrets; a new link is a gesture away');

CREATE TABLE directory.representative_proposal (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    kind         text        NOT NULL,
    item         uuid        NOT NULL,
    field        text        NOT NULL,
    stood        text        NOT NULL,
    proposed     text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    state        text        NOT NULL,
    decided_at   timestamptz,
    decided_by   uuid,
    CONSTRAINT representative_proposal_pk PRIMARY KEY (id),
    CONSTRAINT representative_proposal_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT representative_proposal_is_bounded CHECK (
        length(kind) BETWEEN 3 AND 60 AND length(field) BETWEEN 1 AND 40 AND length(stood) <= 2000
        AND length(proposed) <= 2000),
    CONSTRAINT representative_proposal_state_is_known CHECK (state IN ('PENDING', 'ACCEPTED', 'REFUSED')),
    CONSTRAINT representative_proposal_is_decided_whole CHECK (
        num_nulls(decided_at, decided_by) IN (0, 2) AND (state = 'PENDING') = (decided_at IS NULL))
);
COMMENT ON TABLE directory.representative_proposal IS 'A field that a representative would have otherwise, until the team decides; gone 90 days after';
COMMENT ON COLUMN directory.representative_proposal.kind IS 'What it is a field of, by the name of the room that keeps it';
COMMENT ON COLUMN directory.representative_proposal.stood IS 'What stood when it was proposed';
CREATE UNIQUE INDEX representative_proposal_waits_once ON directory.representative_proposal
    (organisation, kind, item, field) WHERE state = 'PENDING';
CREATE INDEX representative_proposal_by_organisation ON directory.representative_proposal (organisation, state);
CREATE INDEX representative_proposal_by_decision ON directory.representative_proposal (decided_at);
