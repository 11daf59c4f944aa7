-- What was made for a deliverable: a page of this site, such as that of a filed report.
ALTER TABLE resources.grant_agreement_due
    ADD COLUMN proof text,
    ADD CONSTRAINT grant_agreement_due_proof_is_an_address CHECK (proof ~ '^/[a-z/0-9-]{1,200}$');
COMMENT ON COLUMN resources.grant_agreement_due.proof IS 'The page of what was made for it; null if it is not known here';

CREATE VIEW resources.grant_deliverable AS
SELECT d.id, d.agreement, a.title AS agreement_title, d.what, d.due_on
  FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
 WHERE d.kind = 'DELIVERABLE';
COMMENT ON VIEW resources.grant_deliverable IS 'What we owe a funder until a day, with the title of the agreement';
REVOKE INSERT, UPDATE, DELETE ON resources.grant_deliverable FROM ${application};
