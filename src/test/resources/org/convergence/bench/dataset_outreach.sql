-- Issues of the newsletter: ten a year, in French and Spanish, each to five hundred people, of whom each tenth got none and
-- the letter of each fiftieth was refused; and a kit of each for sixty organisations, half of which published it.
INSERT INTO directory.segment (id, name, criteria) VALUES
    (pg_temp.v7('2020-01-07', 1), 'Personnes déléguées', '{function=délégué}'),
    (pg_temp.v7('2020-01-07', 2), 'Tout le monde', '{}');

CREATE TEMP TABLE issue AS
SELECT n, pg_temp.v7(current_date - n * 36, n) AS id, current_date - n * 36 AS day, (current_date - n * 36) + time '14:00' AS at,
       %YEARS% * 10 - n + 1 AS number
FROM generate_series(1, %YEARS% * 10) AS n;
INSERT INTO outreach.newsletter (id, number, state, languages, segment, created_at, leaves_at, confirmed_by, confirmed_name, started_at,
                                 ended_at, archived_at, recorded_on)
SELECT id, number, 'SENT', '{fr,es}', pg_temp.v7('2020-01-07', 1), at - interval '1 day', at, pg_temp.v7('2020-03-01', 1), 'Maryse Roy', at,
       at, at, day
FROM issue;
INSERT INTO outreach.newsletter_block (id, newsletter, position, kind, url, happens_on)
SELECT pg_temp.v7(i.day, i.n * 100 + p), i.id, p, pg_temp.pick('{SUBJECT,LEAD,ARTICLE,ARTICLE,ARTICLE,APPEAL,DATE,DATE,RELAY}', p - 1),
       CASE WHEN p > 2 THEN 'https://orga.example/' || i.n || '/' || p END, CASE WHEN p IN (7, 8) THEN i.day + p END
FROM issue AS i, generate_series(1, 9) AS p;
INSERT INTO outreach.newsletter_text (id, block, language, translates, title, body)
SELECT pg_temp.v7(i.day, i.n * 1000 + p * 10 + l), pg_temp.v7(i.day, i.n * 100 + p), pg_temp.pick('{fr,es}', l), 1,
       CASE WHEN p <> 2 THEN 'Numéro ' || i.number || ', partie ' || p ELSE '' END,
       CASE WHEN p > 1 THEN repeat('Les couturières négocient toujours. ', 20) ELSE '' END
FROM issue AS i, generate_series(1, 9) AS p, generate_series(0, 1) AS l;
INSERT INTO outreach.newsletter_edition (id, newsletter, language, subject, content)
SELECT pg_temp.v7(i.day, i.n * 10 + l), i.id, pg_temp.pick('{fr,es}', l), 'Numéro ' || i.number,
       jsonb_build_object('language', pg_temp.pick('{fr-CA,es}', l), 'blocks',
           (SELECT jsonb_agg(jsonb_build_object('block', 'paragraph', 'text', repeat('Les couturières négocient toujours. ', 20)))
            FROM generate_series(1, 9)))::text
FROM issue AS i, generate_series(0, 1) AS l;
INSERT INTO outreach.newsletter_recipient (id, newsletter, person, edition, basis, exclusion, decided_at)
SELECT pg_temp.v7(i.day, i.n * 10000 + p), i.id, pg_temp.v7('2020-03-01', p),
       CASE WHEN p % 10 > 0 THEN pg_temp.v7(i.day, i.n * 10 + p % 2) END, CASE WHEN p % 10 > 0 THEN 'EXPRESS' END,
       CASE WHEN p % 10 = 0 THEN 'NOTHING' END, i.at
FROM issue AS i, generate_series(1, least(500, %PEOPLE%)) AS p;
INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, state, attempts, posted_at, next_at, sent_at, problem, matter, record_id)
SELECT pg_temp.v7(i.day, i.n * 10000 + p), 'p' || p || '@groupe.example', 'Numéro ' || i.number, '', 'newsletter_issue',
       CASE WHEN p % 50 = 1 THEN 'FAILED' ELSE 'SENT' END, 1, i.at, i.at, CASE WHEN p % 50 <> 1 THEN i.at END,
       CASE WHEN p % 50 = 1 THEN 'REFUSED_RECIPIENT' END, 'newsletter_recipient', pg_temp.v7(i.day, i.n * 10000 + p)
FROM issue AS i, generate_series(1, least(500, %PEOPLE%)) AS p WHERE p % 10 > 0;

INSERT INTO outreach.relay_kit (id, title, body, source, segment, created_at, sent_at)
SELECT pg_temp.v7(i.day, i.n), 'Kit du numéro ' || i.number, repeat('Les couturières négocient toujours. ', 20),
       'outreach.newsletter/' || pg_temp.v7(i.day, i.n * 100 + 9), pg_temp.v7('2020-01-07', 1), i.at, i.at
FROM issue AS i;
INSERT INTO outreach.relay (id, kit, organisation, person, state, declared_on, url, circulation, circulation_on, changed_at)
SELECT pg_temp.v7(i.day, i.n * 100 + o), pg_temp.v7(i.day, i.n), pg_temp.v7('2020-01-01', o), pg_temp.v7('2020-03-01', o),
       CASE o % 4 WHEN 0 THEN 'DECLARED' WHEN 1 THEN 'SEEN' ELSE 'PROPOSED' END, CASE WHEN o % 4 < 2 THEN i.day + 7 END,
       CASE WHEN o % 4 = 1 THEN 'https://groupe.example/' || i.n || '/' || o END, CASE WHEN o % 4 = 0 THEN 1000 + o END,
       CASE WHEN o % 4 = 0 THEN i.day + 7 END, i.at
FROM issue AS i, generate_series(1, least(60, %ORGANISATIONS%)) AS o;
