-- What the donors of an appeal are told once it is over.
CREATE VIEW resources.appeal_outcome AS
SELECT id AS appeal, fund, partner, closes_on, french_title, english_title, spanish_title
FROM resources.appeal WHERE fund IS NOT NULL;
COMMENT ON VIEW resources.appeal_outcome IS 'Appeals of our own with their fund, partner and last day';
REVOKE INSERT, UPDATE, DELETE ON resources.appeal_outcome FROM ${application};
