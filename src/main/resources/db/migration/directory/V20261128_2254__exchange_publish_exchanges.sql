CREATE VIEW directory.exchange_by_party AS
SELECT x.organisation AS party, e.id, e.happened_on, e.channel, e.subject
  FROM directory.exchange_organisation x JOIN directory.exchange e ON e.id = x.exchange
UNION ALL
SELECT x.person, e.id, e.happened_on, e.channel, e.subject
  FROM directory.exchange_person x JOIN directory.exchange e ON e.id = x.exchange;
COMMENT ON VIEW directory.exchange_by_party IS 'Each exchange once for each person and organisation in it; personal data';
REVOKE INSERT, UPDATE, DELETE ON directory.exchange_by_party FROM ${application};
