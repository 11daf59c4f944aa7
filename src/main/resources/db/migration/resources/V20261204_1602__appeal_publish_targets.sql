-- What an appeal aims at, and since when.
CREATE OR REPLACE VIEW resources.appeal_outcome AS
SELECT id AS appeal, fund, partner, closes_on, french_title, english_title, spanish_title, opens_on, target
FROM resources.appeal WHERE fund IS NOT NULL;
COMMENT ON VIEW resources.appeal_outcome IS 'Appeals of our own with their fund, partner, days and target';
