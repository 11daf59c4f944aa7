-- Decisions about a project, and the links by which those who lead it with us open its budget, framework and decisions.

CREATE TABLE cooperation.project_decision (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    project    uuid    NOT NULL,
    decided_on date    NOT NULL,
    decision   text    NOT NULL,
    decided_by text    NOT NULL DEFAULT '',
    CONSTRAINT project_decision_pk PRIMARY KEY (id),
    CONSTRAINT project_decision_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_decision_texts_are_bounded CHECK (length(decision) BETWEEN 1 AND 2000 AND length(decided_by) <= 300)
);
COMMENT ON TABLE cooperation.project_decision IS 'A decision about a project';
COMMENT ON COLUMN cooperation.project_decision.decided_by IS 'The body or the meeting that decided; may be empty';
CREATE INDEX project_decision_by_project ON cooperation.project_decision (project);
SELECT platform.audit_attach('cooperation.project_decision');

CREATE TABLE cooperation.project_link (
    id          uuid        NOT NULL,
    partnership uuid        NOT NULL,
    token       bytea       NOT NULL,
    made_by     uuid        NOT NULL,
    made_at     timestamptz NOT NULL,
    until       date        NOT NULL,
    ended_at    timestamptz,
    openings    integer     NOT NULL DEFAULT 0,
    opened_at   timestamptz,
    CONSTRAINT project_link_pk PRIMARY KEY (id),
    CONSTRAINT project_link_partnership_fk FOREIGN KEY (partnership) REFERENCES cooperation.project_partner (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_link_token_is_unique UNIQUE (token),
    CONSTRAINT project_link_openings_are_counted CHECK ((openings > 0) = (opened_at IS NOT NULL))
);
COMMENT ON TABLE cooperation.project_link IS 'A link by which a partner that leads a project with us opens it; it goes with the partnership';
COMMENT ON COLUMN cooperation.project_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
COMMENT ON COLUMN cooperation.project_link.ended_at IS 'When it was ended; null if it opens the project until its last day';
CREATE INDEX project_link_by_partnership ON cooperation.project_link (partnership);
SELECT platform.backup_leave_out('cooperation.project_link', 'hashes of secrets; a new link is made in one gesture');
