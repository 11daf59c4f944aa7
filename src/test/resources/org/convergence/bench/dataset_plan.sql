-- Organisations: the first five are centrals.
INSERT INTO directory.people_organisation (id, name, short_name, kind, place, contact_points)
SELECT pg_temp.v7('2020-01-01', n),
       pg_temp.pick('{Syndicat des,Groupe des,Comité des,Regroupement des,Alliance des}', n) || ' '
           || pg_temp.pick('{couturières,enseignants,infirmières,métallos,bibliothécaires,cuisinières,chauffeurs,préposées,mineurs,concierges,graphistes}', n / 5)
           || ' de ' || pg_temp.pick('{Louiseville,Rimouski,Alma,Granby,Joliette,Gatineau,Sept-Îles,Lévis,Magog,Matane,Val-d’Or,Saint-Jérôme,Drummondville}', n / 55)
           || ' no ' || n,
       'SG' || n,
       pg_temp.pick('{LOCAL_UNION,COMMUNITY_GROUP,UNION_SECTION,COALITION,SCHOOL,PUBLIC_BODY}', n),
       'QC-' || lpad((1 + n % 17)::text, 2, '0'),
       jsonb_build_array(jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'o' || n || '@groupe.example'))
FROM generate_series(1, %ORGANISATIONS%) AS n;

INSERT INTO directory.people_affiliation (id, member, parent, nature, since)
SELECT pg_temp.v7('2020-02-01', n), pg_temp.v7('2020-01-01', n), pg_temp.v7('2020-01-01', 1 + n % 5), 'AFFILIATED', '2001-01-01'
FROM generate_series(6, %ORGANISATIONS%) AS n;

INSERT INTO directory.people_person (id, given_name, family_name, languages, contact_points)
SELECT pg_temp.v7('2020-03-01', n),
       pg_temp.pick('{Maryse,Idriss,Nadège,Camille,Alexane,Guylaine,Réjean,Élodie,Wilfrid,Solange,Amadou,Ximena,Yolaine,Mathurin,Thérèse,Fatoumata,Normand,Marisol,Anouk,Ghislain,Samuel,Huguette,Étienne,Denise,Yvan,Gérard,Dominique,Louise,Phuong,Brigitte,Alain}', n),
       pg_temp.pick('{Ber,Cas,Dor,Fer,Gau,Hou,Lam,Mar,Nor,Per,Rou,Sim,Tan,Val,Vil,Bou,Cha,Des,Lev,Pom}', n / 31)
           || pg_temp.pick('{ard,ette,eau,elle,in,ier,ois,ongue,and,ert,igny,oux,ault}', n / 620)
           || '-' || pg_temp.pick('{Roy,Tremblay,Gagnon,Côté,Diallo,Nguyen,Bouchard,Pelletier,Ouellet,Haddad,Quispe,Cloutier,Savard,Picard,Awashish,Fortin,Lavoie}', n / 8060),
       '{fr}',
       jsonb_build_array(jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'p' || n || '@groupe.example'))
FROM generate_series(1, %PEOPLE%) AS n;

INSERT INTO directory.people_function (id, person, organisation, title, since)
SELECT pg_temp.v7('2020-04-01', n), pg_temp.v7('2020-03-01', n), pg_temp.v7('2020-01-01', 1 + n % %ORGANISATIONS%),
       pg_temp.pick('{Présidente,Secrétaire,Trésorier,Déléguée,Conseiller}', n), '2019-01-01'
FROM generate_series(1, %PEOPLE%) AS n;

-- Plans: the imported one, once a year. The current year began half a year ago.
CREATE TEMP TABLE template AS SELECT id FROM plan.actionplan_plan ORDER BY id DESC LIMIT 1;
CREATE TEMP TABLE year AS
SELECT n, pg_temp.v7(start, n) AS plan, start, (start + interval '1 year - 1 day')::date AS last
FROM (SELECT n, (date_trunc('month', current_date) - interval '6 months' - n * interval '1 year')::date AS start
      FROM generate_series(0, %YEARS% - 1) AS n) AS years;
CREATE TEMP TABLE line AS
SELECT y.n, t.id AS old, pg_temp.v7(y.start, row_number() OVER ()) AS id
FROM year y CROSS JOIN (
    SELECT id FROM plan.actionplan_section WHERE plan = (SELECT id FROM template)
    UNION ALL SELECT id FROM plan.actionplan_objective WHERE plan = (SELECT id FROM template)
    UNION ALL SELECT id FROM plan.actionplan_means WHERE plan = (SELECT id FROM template)
    UNION ALL SELECT id FROM plan.actionplan_action WHERE plan = (SELECT id FROM template)) AS t;
CREATE UNIQUE INDEX ON line (old, n);
ANALYZE year, line;

INSERT INTO plan.actionplan_plan (id, title, kind, status, period_from, period_to, decision_body, decision_date, closed_on)
SELECT plan, 'Plan d’action ' || extract(year FROM start) || '-' || extract(year FROM last), 'ANNUAL',
       CASE WHEN n = 0 THEN 'ADOPTED' ELSE 'CLOSED' END, start, last, 'Conseil d’administration', start - 10,
       CASE WHEN n > 0 THEN last + 10 END
FROM year;
INSERT INTO plan.actionplan_section (id, plan, position, kind, title, text)
SELECT l.id, y.plan, s.position, s.kind, s.title, s.text
FROM plan.actionplan_section s JOIN line l ON l.old = s.id JOIN year y USING (n);
INSERT INTO plan.actionplan_objective (id, plan, position, code, title, text)
SELECT l.id, y.plan, o.position, o.code, o.title, o.text
FROM plan.actionplan_objective o JOIN line l ON l.old = o.id JOIN year y USING (n);
INSERT INTO plan.actionplan_means (id, plan, objective, position, code, title, text, area)
SELECT l.id, y.plan, up.id, m.position, m.code, m.title, m.text, m.area
FROM plan.actionplan_means m JOIN line l ON l.old = m.id JOIN year y USING (n)
JOIN line up ON up.old = m.objective AND up.n = l.n;
INSERT INTO plan.actionplan_action (id, plan, means, parent, position, code, title, text, conditions, commitment, target)
SELECT l.id, y.plan, up.id, whole.id, a.position, a.code, a.title, a.text, a.conditions, a.commitment,
       CASE WHEN l.id::text > '8' OR a.position % 3 = 0
            THEN '{"measure": "REALISATIONS", "number": 6, "kinds": [], "words": null}'::jsonb END
FROM plan.actionplan_action a JOIN line l ON l.old = a.id JOIN year y USING (n)
JOIN line up ON up.old = a.means AND up.n = l.n LEFT JOIN line whole ON whole.old = a.parent AND whole.n = l.n
ORDER BY a.parent NULLS FIRST;
INSERT INTO plan.actionplan_follow_up (action, responsible, times_per_year, rhythm_since, effort)
SELECT l.id, pg_temp.v7('2020-03-01', 1 + (row_number() OVER () % 12)), 4, y.start, 'M'
FROM plan.actionplan_action a JOIN line l ON l.old = a.id JOIN year y USING (n);
INSERT INTO plan.actionplan_support (action, person)
SELECT action, pg_temp.v7('2020-03-01', 20 + (row_number() OVER () % 12)) FROM plan.actionplan_follow_up WHERE rhythm_since IS NOT NULL;

-- Realisations: so many in each year, each serving two or three actions of its plan, with one to four organisations.
CREATE TEMP TABLE done AS
SELECT i, y.n, d.day, pg_temp.v7(d.day, i) AS id
FROM generate_series(0, %REALISATIONS% - 1) AS i JOIN year y ON y.n = i % %YEARS%
CROSS JOIN LATERAL (SELECT y.start + (i / %YEARS% * 37 % 360)::int AS day) AS d;
CREATE TEMP TABLE servable AS
SELECT l.n, l.id, row_number() OVER (PARTITION BY l.n ORDER BY l.id) - 1 AS rank
FROM plan.actionplan_action a JOIN line l ON l.old = a.id;
CREATE INDEX ON servable (n, rank);
ANALYZE done, servable;

INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, place, women, men, other_gender, not_stated,
                              staff_hours, volunteer_hours, narrative, recorded_by, recorded_at)
SELECT d.id, CASE WHEN d.day > current_date THEN 'PLANNED' ELSE 'DONE' END,
       pg_temp.pick('{Atelier,Rencontre,Formation,Entrevue,Lettre ouverte,Kiosque,Conférence,Assemblée}', i) || ' sur '
           || pg_temp.pick('{le travail migrant,les entrepôts,les accords de commerce,le droit de grève,la transition juste,les soins,le textile,l’eau et les mines,la dette}', i / 8)
           || ' à ' || pg_temp.pick('{Louiseville,Rimouski,Alma,Granby,Joliette,Gatineau,Sept-Îles,Lévis,Magog,Matane,Val-d’Or}', i / 72)
           || CASE WHEN i % 5 = 0 THEN ', suite no ' || i ELSE '' END,
       pg_temp.pick('{WORKSHOP,MEETING,TRAINING,MEDIA,PUBLICATION,REPRESENTATION,SPEECH,MEETING}', i),
       d.day, d.day, CASE WHEN i % 9 = 0 THEN 'ONLINE' ELSE 'QC-' || lpad((1 + i % 17)::text, 2, '0') END,
       i % 23, i % 17, i % 2, i % 11, 2 + i % 6, i % 4,
       pg_temp.pick('{Une salle pleine et des questions jusqu’à la fin.,Les participantes ont demandé une suite au printemps.,Le comité a relu les cas et en a ajouté deux.}', i)
           || ' Rencontre animée par deux bénévoles, évaluée par écrit; le matériel est resté sur place.',
       (SELECT id FROM identity.account LIMIT 1), d.day::timestamptz
FROM done d;
INSERT INTO plan.realisation_served (realisation, action)
SELECT d.id, s.id FROM done d CROSS JOIN generate_series(0, 2) AS k
JOIN servable s ON s.n = d.n AND s.rank = (d.i / %YEARS% * 7 + k * 13) % (SELECT count(*) FROM servable WHERE n = 0)
WHERE k < 2 + d.i % 2;
INSERT INTO plan.realisation_organisation (realisation, organisation)
SELECT DISTINCT d.id, pg_temp.v7('2020-01-01', 1 + (d.i * 31 + k * 911) % %ORGANISATIONS%)
FROM done d CROSS JOIN generate_series(0, 3) AS k WHERE k <= d.i % 4;

-- A report of each year that is over, to be written.
INSERT INTO plan.report (id, plan, audience, title, period_from, period_to, language, created_at)
SELECT pg_temp.v7(last, n), plan, 'ANNUAL', 'Rapport d’activités ' || extract(year FROM last), start, last, 'fr', now()
FROM year WHERE n > 0;
