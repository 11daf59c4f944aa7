-- An assembly's door and its votes: delegations with their right, delegates with their cards, votes by hands, on paper
-- and by name. Nothing of a secret vote is here but the scrutineers' batch.

CREATE TABLE outreach.vote_delegation (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    meeting      uuid    NOT NULL,
    organisation uuid,
    person       uuid,
    delegates    integer NOT NULL,
    votes        integer NOT NULL,
    ground       text    NOT NULL,
    CONSTRAINT vote_delegation_pk PRIMARY KEY (id),
    CONSTRAINT vote_delegation_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_delegation_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_delegation_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_delegation_is_of_one_member CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT vote_delegation_right_is_bounded CHECK (delegates BETWEEN 0 AND 1000 AND votes BETWEEN 0 AND 1000),
    CONSTRAINT vote_delegation_ground_is_known CHECK (ground IN ('TABLE', 'SUSPENDED', 'NO_TABLE', 'NO_HEADCOUNT'))
);
COMMENT ON TABLE outreach.vote_delegation IS 'A member at an assembly, with its right as it was when the door opened';
CREATE INDEX vote_delegation_by_meeting ON outreach.vote_delegation (meeting, id);
CREATE INDEX vote_delegation_by_organisation ON outreach.vote_delegation (organisation);
CREATE INDEX vote_delegation_by_person ON outreach.vote_delegation (person);
SELECT platform.audit_attach('outreach.vote_delegation');

CREATE TABLE outreach.vote_delegate (
    id          uuid        NOT NULL,
    delegation  uuid        NOT NULL,
    name        text        NOT NULL,
    cards       integer     NOT NULL,
    letter_seen boolean     NOT NULL,
    present     boolean     NOT NULL,
    arrived_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT vote_delegate_pk PRIMARY KEY (id),
    CONSTRAINT vote_delegate_delegation_fk FOREIGN KEY (delegation) REFERENCES outreach.vote_delegation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_delegate_name_is_short_text CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200),
    CONSTRAINT vote_delegate_cards_are_bounded CHECK (cards BETWEEN 0 AND 1000)
);
COMMENT ON TABLE outreach.vote_delegate IS 'A delegate''s seat in the hall: the bearer may be replaced, the cards stay';
COMMENT ON COLUMN outreach.vote_delegate.present IS 'False while the bearer is out: the cards do not vote';
CREATE INDEX vote_delegate_by_delegation ON outreach.vote_delegate (delegation, arrived_at, id);
SELECT platform.audit_attach('outreach.vote_delegate');

CREATE TABLE outreach.vote_movement (
    id         uuid        NOT NULL,
    delegation uuid        NOT NULL,
    delegate   uuid,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL,
    name       text        NOT NULL,
    cards      integer     NOT NULL,
    CONSTRAINT vote_movement_pk PRIMARY KEY (id),
    CONSTRAINT vote_movement_delegation_fk FOREIGN KEY (delegation) REFERENCES outreach.vote_delegation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_movement_delegate_fk FOREIGN KEY (delegate) REFERENCES outreach.vote_delegate (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_movement_kind_is_known CHECK (kind IN ('RIGHT', 'ARRIVED', 'SUBSTITUTED', 'LEFT', 'RETURNED')),
    CONSTRAINT vote_movement_name_is_bounded CHECK (length(name) <= 200)
);
COMMENT ON TABLE outreach.vote_movement IS 'Each change of voting rights, with its time (R-VOTE-3)';
COMMENT ON COLUMN outreach.vote_movement.name IS 'The delegate at that time; empty for a right';
COMMENT ON COLUMN outreach.vote_movement.cards IS 'That the change gives or takes; of a right, all votes of the delegation';
CREATE INDEX vote_movement_by_delegation ON outreach.vote_movement (delegation, at, id);
CREATE INDEX vote_movement_by_delegate ON outreach.vote_movement (delegate);

CREATE TABLE outreach.vote (
    id          uuid        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    meeting     uuid        NOT NULL,
    item        uuid        NOT NULL,
    amends      uuid,
    kind        text        NOT NULL,
    method      text        NOT NULL,
    text        text        NOT NULL,
    passage     text,
    article     text,
    seats       integer,
    state       text        NOT NULL,
    opened_at   timestamptz,
    closed_at   timestamptz,
    present     integer,
    in_favour   integer,
    against     integer,
    abstained   integer,
    distributed integer,
    returned    integer,
    spoilt      integer,
    scrutineer  text,
    second      text,
    outcome     text,
    resolution  uuid,
    CONSTRAINT vote_pk PRIMARY KEY (id),
    CONSTRAINT vote_meeting_fk FOREIGN KEY (meeting) REFERENCES outreach.assembly_meeting (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_item_fk FOREIGN KEY (item) REFERENCES outreach.assembly_item (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_amends_fk FOREIGN KEY (amends) REFERENCES outreach.vote (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_resolution_fk FOREIGN KEY (resolution) REFERENCES outreach.assembly_resolution (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_kind_is_known CHECK (kind IN ('TEXT', 'AMENDMENT', 'ELECTION')),
    CONSTRAINT vote_method_is_known CHECK (method IN ('HANDS', 'PAPER', 'NOMINAL')),
    CONSTRAINT vote_state_is_known CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED')),
    CONSTRAINT vote_outcome_is_known CHECK (outcome IN ('CARRIED', 'LOST', 'TIED', 'ELECTED', 'ACCLAIMED')),
    CONSTRAINT vote_amendment_is_of_a_text CHECK ((kind = 'AMENDMENT') = (amends IS NOT NULL) AND (kind = 'AMENDMENT') = (passage IS NOT NULL)),
    CONSTRAINT vote_election_has_its_seats CHECK ((kind = 'ELECTION') = (seats IS NOT NULL) AND seats BETWEEN 1 AND 50),
    CONSTRAINT vote_election_is_on_paper CHECK (kind <> 'ELECTION' OR method = 'PAPER'),
    CONSTRAINT vote_texts_are_bounded CHECK (length(text) <= 10000 AND length(passage) <= 2000 AND length(article) <= 200),
    CONSTRAINT vote_opened_has_its_roll CHECK ((state = 'DRAFT') = (opened_at IS NULL) AND (state = 'DRAFT') = (present IS NULL)),
    CONSTRAINT vote_closed_has_its_outcome CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL) AND (state = 'CLOSED') = (outcome IS NOT NULL)),
    CONSTRAINT vote_voices_are_of_those_present
        CHECK (least(in_favour, against, abstained) >= 0 AND in_favour + against + abstained <= present),
    CONSTRAINT vote_batch_agrees_with_the_roll
        CHECK (spoilt >= 0 AND spoilt <= returned AND returned <= distributed AND distributed <= present),
    CONSTRAINT vote_paper_has_two_scrutineers CHECK (distributed IS NULL OR num_nonnulls(scrutineer, second) = 2),
    CONSTRAINT vote_scrutineers_are_short CHECK (length(scrutineer) <= 200 AND length(second) <= 200)
);
COMMENT ON TABLE outreach.vote IS 'A vote of an assembly: a text, an amendment to it, or an election';
COMMENT ON COLUMN outreach.vote.passage IS 'Of an amendment: what its text replaces; empty to add at the end';
COMMENT ON COLUMN outreach.vote.second IS 'The second scrutineer of a vote on paper';
COMMENT ON COLUMN outreach.vote.present IS 'The cards of those present when it opened';
CREATE INDEX vote_by_meeting ON outreach.vote (meeting, id);
CREATE INDEX vote_by_item ON outreach.vote (item);
CREATE INDEX vote_by_amended ON outreach.vote (amends) WHERE amends IS NOT NULL;
CREATE INDEX vote_by_resolution ON outreach.vote (resolution) WHERE resolution IS NOT NULL;
CREATE UNIQUE INDEX vote_is_open_alone ON outreach.vote (meeting) WHERE state = 'OPEN';
SELECT platform.audit_attach('outreach.vote');

CREATE TABLE outreach.vote_candidate (
    id        uuid    NOT NULL,
    vote      uuid    NOT NULL,
    name      text    NOT NULL,
    interests text    NOT NULL DEFAULT '',
    voices    integer,
    elected   boolean NOT NULL DEFAULT false,
    CONSTRAINT vote_candidate_pk PRIMARY KEY (id),
    CONSTRAINT vote_candidate_vote_fk FOREIGN KEY (vote) REFERENCES outreach.vote (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_candidate_texts_are_bounded
        CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 200 AND length(interests) <= 1000),
    CONSTRAINT vote_candidate_voices_are_counted CHECK (voices >= 0)
);
COMMENT ON TABLE outreach.vote_candidate IS 'A candidate of an election, with the interests that the candidate declares';
CREATE INDEX vote_candidate_by_vote ON outreach.vote_candidate (vote, id);
SELECT platform.audit_attach('outreach.vote_candidate');

CREATE TABLE outreach.vote_roll (
    vote     uuid    NOT NULL,
    delegate uuid    NOT NULL,
    cards    integer NOT NULL,
    CONSTRAINT vote_roll_pk PRIMARY KEY (vote, delegate),
    CONSTRAINT vote_roll_vote_fk FOREIGN KEY (vote) REFERENCES outreach.vote (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_roll_delegate_fk FOREIGN KEY (delegate) REFERENCES outreach.vote_delegate (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_roll_cards_are_counted CHECK (cards BETWEEN 1 AND 1000)
);
COMMENT ON TABLE outreach.vote_roll IS 'Who may vote, with how many cards, as it was when the vote opened';
CREATE INDEX vote_roll_by_delegate ON outreach.vote_roll (delegate);

CREATE TABLE outreach.vote_ballot (
    id       uuid    NOT NULL,
    vote     uuid    NOT NULL,
    delegate uuid    NOT NULL,
    choice   text    NOT NULL,
    cards    integer NOT NULL,
    CONSTRAINT vote_ballot_pk PRIMARY KEY (id),
    CONSTRAINT vote_ballot_roll_fk FOREIGN KEY (vote, delegate) REFERENCES outreach.vote_roll (vote, delegate)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_ballot_choice_key UNIQUE (vote, delegate, choice),
    CONSTRAINT vote_ballot_choice_is_known CHECK (choice IN ('FOR', 'AGAINST', 'ABSTAIN')),
    CONSTRAINT vote_ballot_cards_are_counted CHECK (cards BETWEEN 1 AND 1000)
);
COMMENT ON TABLE outreach.vote_ballot IS 'A ballot by name: cards of a delegate for one choice. Its id is random and it has no time';

CREATE TABLE outreach.vote_link (
    id       uuid        NOT NULL,
    delegate uuid        NOT NULL,
    token    bytea       NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT vote_link_pk PRIMARY KEY (id),
    CONSTRAINT vote_link_delegate_fk FOREIGN KEY (delegate) REFERENCES outreach.vote_delegate (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_link_token_key UNIQUE (token),
    CONSTRAINT vote_link_token_is_a_hash CHECK (octet_length(token) = 32)
);
COMMENT ON TABLE outreach.vote_link IS 'Opens the ballot of one delegate without an account; only the hash of its secret is kept';
CREATE INDEX vote_link_by_delegate ON outreach.vote_link (delegate);
SELECT platform.backup_leave_out('outreach.vote_link', 'hashes of secrets; the door gives a new one');
