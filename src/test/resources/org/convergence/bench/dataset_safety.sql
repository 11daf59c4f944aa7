-- Watch and safety: a thousand items and a hundred missions a year in four countries; the last ten missions are under way,
-- with a check-in a day; a digest a month; a register of sixty countries, four guides and forty risks.
CREATE TEMP TABLE news AS
SELECT n, day, pg_temp.v7(day, n) AS id, pg_temp.pick('{MX,HT,CO,GT}', n) AS country
FROM generate_series(1, %YEARS% * 1000) AS n CROSS JOIN LATERAL (SELECT current_date - (n % (%YEARS% * 365))::int AS day) AS d;
INSERT INTO cooperation.watch_item (id, country, title, url, source, is_note, context, reliability, audience, kept_on, expires_on)
SELECT id, country, 'Les couturières de l’atelier no ' || n || ' demandent un contrat', 'https://journal.example/' || n, 'Le journal', false,
       'Notre partenaire y accompagne le syndicat depuis le printemps.', pg_temp.pick('{REPORTED,CORROBORATED,REFUTED}', n),
       pg_temp.pick('{TEAM,MEMBERS,PARTNERS,EVERYONE}', n / 4), day, day + 90
FROM news;
INSERT INTO cooperation.watch_context (id, country, body, written_on)
SELECT pg_temp.v7(current_date, n), pg_temp.pick('{MX,HT,CO,GT}', n), 'Une élection approche; les déplacements sont surveillés.', current_date
FROM generate_series(0, 3) AS n;
CREATE TEMP TABLE digest AS
SELECT n, day, pg_temp.v7(day, n) AS id
FROM generate_series(1, %YEARS% * 12) AS n CROSS JOIN LATERAL (SELECT current_date - n * 30 AS day) AS d;
INSERT INTO cooperation.watch_digest (id, audience, language, made_on, title, body, handed_on)
SELECT id, pg_temp.pick('{MEMBERS,PARTNERS}', n), 'fr', day, 'Ce que nous avons appris, no ' || n, 'Les couturières demandent un contrat.', day
FROM digest;
INSERT INTO cooperation.watch_told (digest, item, refuted)
SELECT digest.id, news.id, false FROM digest JOIN news ON news.n BETWEEN digest.n * 8 AND digest.n * 8 + 7;

INSERT INTO safety.guide_advisory (country, level, source, published_on, checked_on, changed_on, from_file)
SELECT code, pg_temp.pick('{NORMAL,CAUTION,AVOID_NON_ESSENTIAL,AVOID_ALL}', place), 'voyage.gc.ca', current_date - 20, current_date,
       current_date - 40, true
FROM unnest('{MX,HT,CO,GT,HN,SV,NI,CR,PA,CU,DO,VE,EC,PE,BO,CL,AR,UY,PY,BR,US,FR,ES,PT,IT,DE,BE,NL,GB,IE,SE,NO,DK,FI,PL,CZ,AT,CH,GR,TR,MA,DZ,TN,EG,SN,ML,BF,CI,GH,NG,CM,CD,KE,TZ,ZA,IN,BD,LK,PH,VN}'::text[])
    WITH ORDINALITY AS register (code, place)
ON CONFLICT DO NOTHING;
INSERT INTO safety.guide_part (id, country, heading, content, reviewed_by, reviewed_on)
SELECT pg_temp.v7(current_date, n * 4 + c), pg_temp.pick('{MX,HT,CO,GT}', c),
       pg_temp.pick('{CONTEXT,ADVISORY,ZONES,PARTNERS,TRANSPORT,LODGING,COMMUNICATION,HEALTH,MONEY,CUSTOMS,CONTACTS,SCENARIOS,DIGITAL}', n),
       repeat('Aucun trajet de nuit; un chauffeur du partenaire. ', 20), pg_temp.v7('2020-03-01', 1), current_date - 30
FROM generate_series(0, 12) AS n CROSS JOIN generate_series(0, 3) AS c;
INSERT INTO safety.risk (id, threat, description, exposed, zone, inherent_likelihood, inherent_impact, measures, residual_likelihood,
                         residual_impact, owner, review_on)
SELECT pg_temp.v7(current_date, n), pg_temp.pick('{CRIME,ROAD,HEALTH,DIGITAL,DISASTER,REPRESSION}', n), 'Risque no ' || n, 'Stagiaires et équipe',
       'Région no ' || n, 1 + n % 5, 1 + n % 4, 'Ne pas sortir seul le soir', 1, 1 + n % 4, pg_temp.v7('2020-03-01', 1), current_date + n
FROM generate_series(1, 40) AS n;

CREATE TEMP TABLE journey AS
SELECT n, day, pg_temp.v7(day, n) AS id, pg_temp.pick('{MX,HT,CO,GT}', n) AS country, n <= 10 AS is_under_way
FROM generate_series(1, %YEARS% * 100) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n <= 10 THEN current_date - 3 ELSE current_date - n * 3 - 20 END AS day) AS d;
INSERT INTO safety.mission (id, title, kind, purpose, risk, starts_on, ends_on, lead, president, state, approval_on, approval_level,
                            approval_given_by, ended_on, report)
SELECT id, 'Visite no ' || n, pg_temp.pick('{STAFF,INTERN,PARTNER_VISIT}', n), 'Rencontrer les partenaires', pg_temp.pick('{LOW,MODERATE,HIGH}', n),
       day, day + 10, pg_temp.v7('2020-03-01', 1), pg_temp.v7('2020-03-01', 2), CASE WHEN is_under_way THEN 'APPROVED' ELSE 'RETURNED' END,
       day - 10, 'CAUTION', pg_temp.v7('2020-03-01', 1), CASE WHEN NOT is_under_way THEN day + 10 END,
       CASE WHEN NOT is_under_way THEN 'Les partenaires ont été rencontrés.' END
FROM journey;
INSERT INTO safety.mission_traveller (mission, person)
SELECT id, pg_temp.v7('2020-03-01', 1 + (n * 2 + t) % %PEOPLE%) FROM journey CROSS JOIN generate_series(0, 1) AS t;
INSERT INTO safety.mission_leg (id, mission, position, country, place, zone, arrives_on, leaves_on)
SELECT id, id, 0, country, 'Ville no ' || n, pg_temp.pick('{America/Mexico_City,America/Port-au-Prince,America/Bogota,America/Guatemala}', n),
       day, day + 10
FROM journey;
INSERT INTO safety.mission_check_in (id, mission, person, due_at, grace, zone, done_at, channel)
SELECT pg_temp.v7(day, n * 100 + d * 2 + t), id, pg_temp.v7('2020-03-01', 1 + (n * 2 + t) % %PEOPLE%), day + d + time '20:00', 60, 'America/Bogota',
       CASE WHEN d < 3 THEN day + d + time '20:05' END, CASE WHEN d < 3 THEN 'LINK' END
FROM journey CROSS JOIN generate_series(0, 10) AS d CROSS JOIN generate_series(0, 1) AS t
WHERE is_under_way;
