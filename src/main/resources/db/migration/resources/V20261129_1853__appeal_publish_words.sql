CREATE VIEW resources.appeal_public AS
SELECT a.id, a.code, a.opens_on, a.closes_on, w.language, w.title, w.body
FROM resources.appeal a
CROSS JOIN LATERAL (VALUES ('fr', a.french_title, a.french_text), ('en', a.english_title, a.english_text),
                           ('es', a.spanish_title, a.spanish_text)) w (language, title, body)
WHERE w.title IS NOT NULL;
COMMENT ON VIEW resources.appeal_public IS 'The public words of appeals by language, with the days between which they are open';
REVOKE INSERT, UPDATE, DELETE ON resources.appeal_public FROM ${application};
