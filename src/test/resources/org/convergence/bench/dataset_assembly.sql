-- Bodies: four, each with fifteen seats, a holder and a substitute for two years at a time.
CREATE TEMP TABLE body AS
SELECT b, pg_temp.v7('2020-08-01', b) AS id, pg_temp.pick('{CA,CE,CED,AGA}', b) AS code FROM generate_series(0, 3) AS b;
INSERT INTO outreach.assembly_body (id, name, code, kind, standing)
SELECT id, pg_temp.pick('{Conseil d’administration,Comité exécutif,Comité éducation,Assemblée générale}', b), code,
       pg_temp.pick('{BOARD,EXECUTIVE,COMMITTEE,GENERAL}', b), '{Adoption de l’ordre du jour,Suivis,Varia}'
FROM body;
INSERT INTO outreach.assembly_rules (id, body, since, notice_days, quorum_measure, quorum_numerator, quorum_denominator, quorum_more_than)
SELECT pg_temp.v7('2020-09-01', b * 2 + r), id, current_date - 3000 * (r + 1), 10, 'HELD_SEATS', 1, 2, r = 0
FROM body CROSS JOIN generate_series(0, 1) AS r;
INSERT INTO outreach.assembly_seat (id, body, position, organisation, since)
SELECT pg_temp.v7('2020-10-01', b * 15 + s), id, s, pg_temp.v7('2020-01-01', 10 + s), current_date - %YEARS% * 365
FROM body CROSS JOIN generate_series(0, 14) AS s;
INSERT INTO outreach.assembly_mandate (id, seat, role, person, since, until)
SELECT pg_temp.v7('2020-11-01', (b * 15 + s) * 100000 + term * 2 + r), pg_temp.v7('2020-10-01', b * 15 + s),
       CASE r WHEN 0 THEN 'HOLDER' ELSE 'SUBSTITUTE' END,
       pg_temp.v7('2020-03-01', 100 + (term * 7 + s * 2 + r) % 10000), current_date + 365 - (term + 1) * 730,
       current_date + 364 - term * 730
FROM body CROSS JOIN generate_series(0, 14) AS s CROSS JOIN generate_series(0, %YEARS% / 2) AS term
CROSS JOIN generate_series(0, 1) AS r;

-- Meetings: forty a year, the last of each body with minutes to be signed, and two that are to come.
CREATE TEMP TABLE met AS
SELECT m, b.id AS body, b.b, b.code, m / 4 AS back, d.day, pg_temp.v7(d.day, m) AS id, (current_date + 365 - d.day) / 730 AS term
FROM generate_series(-2, %YEARS% * 40 - 1) AS m JOIN body b ON b.b = (m + 4) % 4
CROSS JOIN LATERAL (SELECT current_date - 3 - m / 4 * 36 + CASE WHEN m < 0 THEN 20 - m ELSE 0 END AS day) AS d;
CREATE INDEX ON met (body, back);
ANALYZE met;
INSERT INTO outreach.assembly_meeting (id, body, state, begins, ends, place, place_code, convened_at, series, opened, closed,
                                       chair, secretary, quorum_at, quorum_present, quorum_required)
SELECT id, body, CASE WHEN m < 0 THEN 'PLANNED' ELSE 'HELD' END, day + time '18:30', day + time '21:00', 'Salle des comités',
       'QC-06', CASE WHEN m <> -1 THEN day - 12 END, CASE WHEN m >= 0 THEN code || '-' || to_char(day, 'YYYY-MM') END,
       day + time '18:35', day + time '20:50', 'Maryse Roy', 'Idriss Diallo', day + time '18:35', 12, 8
FROM met;
INSERT INTO outreach.assembly_item (id, meeting, position, title, note, asked, minutes)
SELECT pg_temp.v7(day, (m + 2) * 6 + p), id, p,
       pg_temp.pick('{Adoption de l’ordre du jour,Plan d’action,Finances,Campagne,Coopération,Varia}', p), '', '',
       CASE WHEN m < 0 THEN '' ELSE 'Le comité fait rapport sur '
           || pg_temp.pick('{le travail migrant,les entrepôts,les accords de commerce,le droit de grève,la transition juste,les soins,le textile,l’eau et les mines,la dette}', m + p)
           || '. ' || pg_temp.pick('{La présidente remercie l’équipe.,On demande un suivi au printemps.,La trésorière présente l’état des résultats.}', m)
           || CASE WHEN m % 199 = 0 THEN ' On salue la caravane.' ELSE '' END END
FROM met CROSS JOIN generate_series(0, 5) AS p;
INSERT INTO outreach.assembly_attendance (meeting, seat, status, person)
SELECT id, pg_temp.v7('2020-10-01', b * 15 + s), CASE WHEN (m + s) % 5 = 0 THEN 'EXCUSED' ELSE 'HOLDER' END,
       CASE WHEN (m + s) % 5 > 0 THEN pg_temp.v7('2020-03-01', 100 + (term * 7 + s * 2) % 10000) END
FROM met CROSS JOIN generate_series(0, 14) AS s WHERE m >= 0;
INSERT INTO outreach.assembly_notice (id, meeting, meeting_version, person, kind, posted_at)
SELECT pg_temp.v7(day - 12, (m + 2) * 15 + s), id, version, pg_temp.v7('2020-03-01', 100 + (term * 7 + s * 2) % 10000), 'CONVENED', day - 12
FROM met JOIN outreach.assembly_meeting USING (id) CROSS JOIN generate_series(0, 14) AS s WHERE m <> -1;
INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, matter, record_id, state, posted_at, next_at, sent_at)
SELECT id, '', '', '', 'assembly_convened', 'assembly_notice', id, 'SENT', posted_at, posted_at, posted_at
FROM outreach.assembly_notice;

-- Ten resolutions and ten follow-ups of each; those of the last meetings are open.
INSERT INTO outreach.assembly_resolution (id, meeting, item, sequence, text, proposer, seconder, unanimous, in_favour, against,
                                          abstained, present, majority, carried, review_on)
SELECT pg_temp.v7(day, m * 10 + q), id, pg_temp.v7(day, (m + 2) * 6 + q % 6), q,
       'Il est résolu d’appuyer la campagne sur '
           || pg_temp.pick('{le travail migrant,les entrepôts,les accords de commerce,le droit de grève,la transition juste,les soins,le textile,l’eau et les mines,la dette}', m + q)
           || CASE WHEN m % 199 = 0 THEN ' et la caravane' ELSE '' END || '.',
       pg_temp.v7('2020-03-01', 100 + (term * 7 + q) % 10000), pg_temp.v7('2020-03-01', 100 + (term * 7 + q + 2) % 10000), true,
       12, 0, 0, 12, '{"article": "–", "numerator": 1, "denominator": 2, "moreThan": true, "ofPresent": false}', true,
       CASE WHEN q = 1 THEN day + 365 END
FROM met CROSS JOIN generate_series(1, 10) AS q WHERE m >= 0;
INSERT INTO outreach.assembly_follow_up (id, body, meeting, item, resolution, what, person, due_on, opened_on, state, closed_on)
SELECT pg_temp.v7(day, m * 10 + q), body, id, pg_temp.v7(day, (m + 2) * 6 + q % 6), pg_temp.v7(day, m * 10 + q),
       'Écrire aux membres, suite no ' || q, pg_temp.v7('2020-03-01', 1 + q % 6), day + 10 + q,
       day, CASE WHEN back < 2 AND q < 6 THEN 'OPEN' ELSE 'DONE' END, CASE WHEN back < 2 AND q < 6 THEN NULL ELSE day + q END
FROM met CROSS JOIN generate_series(1, 10) AS q WHERE m >= 0;
UPDATE outreach.assembly_meeting x
SET adopted_on = m.day + 36, signed_on = m.day + 40, signed_by = 'Maryse Roy',
    adopted_in = (SELECT next.id FROM met next WHERE next.body = m.body AND next.back = m.back - 1)
FROM met m WHERE m.id = x.id AND m.m >= 8;

-- Each meeting is a realisation and serves two lines of the plan of its year.
INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, place, women, men, other_gender, not_stated,
                              source_module, source_kind, source_id, source_url, recorded_by, recorded_at)
SELECT pg_temp.v7(day, 900000000 + m), 'DONE', 'Réunion ' || code, 'MEETING', day, day, 'QC-06', 0, 0, 0, 12, 'outreach.assembly', 'meeting',
       id, '/outreach/assembly/meetings/' || id, (SELECT id FROM identity.account LIMIT 1), day
FROM met WHERE m >= 0;
INSERT INTO plan.realisation_served (realisation, action)
SELECT pg_temp.v7(t.day, 900000000 + t.m), v.id
FROM met t JOIN year y ON t.day BETWEEN y.start AND y.last JOIN servable v ON v.n = y.n AND v.rank IN (3, 4) WHERE t.m >= 0;
