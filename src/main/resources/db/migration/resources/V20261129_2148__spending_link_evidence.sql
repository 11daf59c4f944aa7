-- What who checks a report looks for beside each expense, and the links by which funders open filed reports.

ALTER TABLE resources.spending_line ADD COLUMN clause text;
ALTER TABLE resources.spending_line ADD CONSTRAINT spending_line_clause_is_short_text CHECK (length(clause) BETWEEN 1 AND 100);
COMMENT ON COLUMN resources.spending_line.clause IS 'The clause of the agreement that allows the line';

ALTER TABLE resources.spending_expense ADD COLUMN realisation uuid;
ALTER TABLE resources.spending_expense ADD CONSTRAINT spending_expense_realisation_fk FOREIGN KEY (realisation)
    REFERENCES plan.realisation (id) ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN resources.spending_expense.realisation IS 'What the expense served; null if nobody said';
CREATE INDEX spending_expense_by_realisation ON resources.spending_expense (realisation);

CREATE VIEW resources.spending_budget_summary AS
SELECT b.subject, b.title, b.currency, b.starts_on, b.ends_on,
       (SELECT coalesce(sum(l.amended), 0) FROM resources.spending_line l WHERE l.budget = b.id) AS amount
  FROM resources.spending_budget b;
COMMENT ON VIEW resources.spending_budget_summary IS 'Each budget with its days and its amount in force, by the record that it belongs to';
REVOKE INSERT, UPDATE, DELETE ON resources.spending_budget_summary FROM ${application};

CREATE TABLE resources.spending_report_link (
    id        uuid        NOT NULL,
    report    uuid        NOT NULL,
    token     bytea       NOT NULL,
    made_by   uuid        NOT NULL,
    made_at   timestamptz NOT NULL,
    until     date        NOT NULL,
    openings  integer     NOT NULL DEFAULT 0,
    opened_at timestamptz,
    CONSTRAINT spending_report_link_pk PRIMARY KEY (id),
    CONSTRAINT spending_report_link_report_fk FOREIGN KEY (report) REFERENCES resources.spending_report (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT spending_report_link_token_is_unique UNIQUE (token),
    CONSTRAINT spending_report_link_openings_are_counted CHECK ((openings > 0) = (opened_at IS NOT NULL))
);
COMMENT ON TABLE resources.spending_report_link IS 'A link by which a funder opens one filed report';
COMMENT ON COLUMN resources.spending_report_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX spending_report_link_by_report ON resources.spending_report_link (report);
SELECT platform.backup_leave_out('resources.spending_report_link', 'hashes of secrets; a new link is made in one gesture');
