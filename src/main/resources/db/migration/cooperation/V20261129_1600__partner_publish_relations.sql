-- What the page of a partner tells it: what we promised, and which organisations are partners.

CREATE VIEW cooperation.partner_relation AS
SELECT organisation, our_lead FROM cooperation.partner WHERE organisation IS NOT NULL AND stage <> 'ENDED';
COMMENT ON VIEW cooperation.partner_relation IS 'Organisations with which we cooperate, or may, and who leads on our side';

CREATE VIEW cooperation.partner_promise AS
SELECT d.id, p.organisation, d.what, d.due_on, d.done_on
  FROM cooperation.partner_due d JOIN cooperation.partner p ON p.id = d.partner
 WHERE d.ours AND p.organisation IS NOT NULL;
COMMENT ON VIEW cooperation.partner_promise IS 'What we owe an organisation until a day, and since when it is done';
REVOKE INSERT, UPDATE, DELETE ON cooperation.partner_relation, cooperation.partner_promise FROM ${application};
