-- Education: four hundred requests for workshops and two hundred sessions a year, with twenty answers each; a call for
-- interns a year, with a hundred files and twelve interns.
INSERT INTO education.workshop (id, title, theme, minutes, languages, outline, revised_on, published)
SELECT pg_temp.v7('2020-01-01', n), 'Le fil du coton no ' || n, pg_temp.pick('{Textile,Numérique,Déchets}', n), 90, '{fr}',
       repeat('Tour de table (10 min)' || chr(10), 8), '2025-01-01', n <= 20
FROM generate_series(1, 40) AS n;
INSERT INTO education.workshop_facilitator (id, person, regions, note, active)
SELECT pg_temp.v7('2020-01-01', n), pg_temp.v7('2020-03-01', n), '{QC-06}', 'Les soirs', true FROM generate_series(1, 20) AS n;
INSERT INTO education.workshop_mastery (facilitator, workshop)
SELECT pg_temp.v7('2020-01-01', f), pg_temp.v7('2020-01-01', w) FROM generate_series(1, 20) AS f CROSS JOIN generate_series(1, 40) AS w
WHERE (f + w) % 4 = 0;
INSERT INTO education.workshop_capacity (year, hours) VALUES (extract(year FROM current_date), 1400) ON CONFLICT DO NOTHING;

CREATE TEMP TABLE wish AS
SELECT n, day, pg_temp.v7(day, n) AS id, day > current_date - 10 AS is_open, n % 4 = 3 AS is_refused
FROM generate_series(1, %YEARS% * 400) AS n CROSS JOIN LATERAL (SELECT current_date - (n % (%YEARS% * 365))::int AS day) AS d;
INSERT INTO education.workshop_request (id, kind, channel, state, workshop, asker, contact_name, language, region, place, people, purpose,
                                        access, received_on, promised_on, answered_on, answer_alternative)
SELECT id, 'REQUEST', pg_temp.pick('{FORM,MAIL,PHONE}', n),
       CASE WHEN is_open THEN 'RECEIVED' WHEN is_refused THEN 'REFUSED' ELSE 'SCHEDULED' END, pg_temp.v7('2020-01-01', 1 + n % 40),
       'École no ' || n, '', 'fr', 'QC-06', 'Local ' || n % 50, 25, 'Parler du travail que l’on ne voit pas.', '', day, day + 14,
       CASE WHEN NOT is_open THEN day + 5 END, CASE WHEN is_refused AND NOT is_open THEN 'KIT' END
FROM wish;
CREATE TEMP TABLE lesson AS
SELECT n, id AS request, pg_temp.v7(day + 20, n) AS id, day + 20 AS day, day + 28 < current_date AS is_held FROM wish WHERE n % 2 = 0;
INSERT INTO education.workshop_session (id, workshop, revision, request, day, region, place, hours, state, people, closed_on)
SELECT id, pg_temp.v7('2020-01-01', 1 + n / 2 % 40), 1, request, day, 'QC-06', 'Local ' || n % 50, 4,
       CASE WHEN is_held THEN 'HELD' ELSE 'PLANNED' END, CASE WHEN is_held THEN 25 END, CASE WHEN is_held THEN day + 8 END
FROM lesson;
INSERT INTO education.workshop_session_facilitator (session, facilitator)
SELECT id, pg_temp.v7('2020-01-01', 1 + n / 2 % 20) FROM lesson;
INSERT INTO education.workshop_answer (id, session, learned, useful, recommend)
SELECT gen_random_uuid(), id, pg_temp.pick('{YES,YES,SOMEWHAT}', n + a), pg_temp.pick('{YES,SOMEWHAT,NO}', a), pg_temp.pick('{YES,YES,YES,NO}', a)
FROM lesson CROSS JOIN generate_series(1, 20) AS a WHERE is_held;

CREATE TEMP TABLE cohort AS
SELECT n, pg_temp.v7('2020-01-02', n) AS id, current_date - (n - 1)::int * 365 AS day FROM generate_series(1, %YEARS%) AS n;
INSERT INTO education.internship_call (id, title_fr, title_en, text_fr, text_en, destination, opens_on, closes_on, decides_on, starts_on,
                                       ends_on, places, return_activities, return_by, contact, state, received, decided_on)
SELECT id, 'Stage intersyndical no ' || n, '', 'Cinq semaines.', '', 'Puebla', day - 300, day - 260, day - 240, day - 60, day - 30, 12, 2,
       day + 300, 'Nadège', 'DECIDED', 100, day - 245
FROM cohort;
INSERT INTO education.internship_criterion (id, call, position, name_fr, name_en, most)
SELECT pg_temp.v7('2020-01-03', n * 10 + c), id, c, 'Critère ' || c, '', 30 FROM cohort CROSS JOIN generate_series(1, 3) AS c;
INSERT INTO education.internship_application (id, call, number, name, mail, language, typed_union, state, consented_at, submitted_at, told_on)
SELECT pg_temp.v7('2020-01-04', n * 1000 + a), id, a, 'Candidate ' || n || '-' || a, 'c' || a || '@exemple.example', 'fr', 'Syndicat ' || a % 9,
       CASE WHEN a <= 12 THEN 'CHOSEN' WHEN a <= 18 THEN 'RESERVE' ELSE 'NOT_RETAINED' END, day - 280, day - 270, day - 244
FROM cohort CROSS JOIN generate_series(1, 100) AS a;
INSERT INTO education.internship_return (id, call, application, title, kind, planned_on, state, people)
SELECT pg_temp.v7('2020-01-05', n * 100 + a), id, pg_temp.v7('2020-01-04', n * 1000 + 1 + a % 12), 'Soirée de photos', 'SPEECH', day - 10, 'HELD', 30
FROM cohort CROSS JOIN generate_series(0, 19) AS a;
