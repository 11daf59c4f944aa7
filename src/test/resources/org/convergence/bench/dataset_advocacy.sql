-- Advocacy: a hundred positions a year, at most 5,000; forty urgent actions a year with twenty-five signatures each, the
-- last of which is out and has five hundred; 20,000 decision-makers, and a hundred acts a year.
CREATE TEMP TABLE stand AS
SELECT n, current_date - n * 3 AS day,
       pg_temp.pick('{le travail migrant,les entrepôts,les accords de commerce,le droit de grève,la transition juste,les soins,le textile}', n) AS theme
FROM generate_series(1, least(5000, %YEARS% * 100)) AS n;
INSERT INTO advocacy.position (id, title, kind, theme, country, mandate, mandate_text, mandate_on, written_by, written_on,
                               read_by, read_on, read_wording, published_on, place)
SELECT pg_temp.v7(day, n), 'Pour ' || theme || ', no ' || n, pg_temp.pick('{SPEECH,ARTICLE,DECLARATION,OPEN_LETTER,BRIEF}', n), theme,
       pg_temp.pick('{MX,HT,CO,GT}', n), pg_temp.pick('{RESOLUTION,COALITION,POLICY}', n), 'Résolution ' || n, day,
       pg_temp.v7('2020-03-01', 1), day, 'Maryse Roy', day, 1, day, 'Notre site'
FROM stand;
INSERT INTO advocacy.position_text (id, position, language, body)
SELECT pg_temp.v7(day, n * 3 + l), pg_temp.v7(day, n), pg_temp.pick('{fr,en,es}', l),
       'Nous demandons que ' || theme || ' soit à l’ordre du jour, et que la réponse soit publique. '
           || CASE WHEN n % 199 = 0 THEN 'On salue la caravane.' ELSE 'On demande un suivi au printemps.' END
FROM stand CROSS JOIN generate_series(0, 2) AS l;

CREATE TEMP TABLE alert AS
SELECT n, day, pg_temp.v7(day, n) AS id, n = 1 AS is_out
FROM generate_series(1, %YEARS% * 40) AS n CROSS JOIN LATERAL (SELECT current_date - n * 9 AS day) AS d;
INSERT INTO advocacy.urgentaction (id, year, number, title, partner, country, happened, received_on, degree, risk, risk_by, expires_on,
                                   consent_giver, consent_name, consent_how, consent_given_on, consent_until, consent_wording,
                                   checked_by, checked_on, checked_risk, state, sent_at, closed_on, outcome, account,
                                   frozen_day, frozen_organisations, frozen_at_least, reported_at)
SELECT id, extract(year FROM day), n, 'Alerte no ' || n, pg_temp.v7('2020-01-01', 1 + n % %ORGANISATIONS%), 'CO', 'Une alerte.', day,
       'ORGANISATION', 'LOW', pg_temp.v7('2020-03-01', 2), day + 60, 'ORGANISATION', 'La présidence', 'au téléphone', day, day + 60, 1,
       'Idriss Diallo', day, 'LOW', CASE WHEN is_out THEN 'OUT' ELSE 'CLOSED' END, day, CASE WHEN NOT is_out THEN day + 60 END,
       CASE WHEN NOT is_out THEN 'WELL' END, CASE WHEN is_out THEN '' ELSE 'Merci.' END, CASE WHEN NOT is_out THEN day + 60 END,
       CASE WHEN NOT is_out THEN 25 END, CASE WHEN NOT is_out THEN 4000 END, CASE WHEN NOT is_out THEN day + 61 END
FROM alert;
INSERT INTO advocacy.urgentaction_text (id, action, language, title, story, subject, letter)
SELECT pg_temp.v7(day, n * 2 + l), id, pg_temp.pick('{fr,es}', l), 'Des couturières menacées', 'Leur syndicat demande une protection.',
       'Protégez les couturières', 'Je vous demande de les protéger.'
FROM alert CROSS JOIN generate_series(0, 1) AS l;
INSERT INTO advocacy.urgentaction_target (id, action, rank, name, office, mail, salutation)
SELECT id, id, 0, 'Rosa Ruiz', 'Ministre du Travail', 'ministra@gob.example', 'Señora Ministra,' FROM alert;
INSERT INTO advocacy.urgentaction_sign_on (id, action, organisation, typed, signer, office, body, decided_on, language, state, signed_at, changed_at)
SELECT pg_temp.v7(day, n * 500 + k), id, pg_temp.v7('2020-01-01', 1 + (n * 25 + k) % %ORGANISATIONS%), 'Syndicat', 'Luce Roy', 'Présidente',
       'Comité exécutif', day, 'fr', 'CONFIRMED', day + 1, day + 1
FROM alert CROSS JOIN generate_series(0, least(500, %ORGANISATIONS%) - 1) AS k
WHERE is_out OR k < 25;

INSERT INTO advocacy.dialogue_decision_maker (id, person, since)
SELECT pg_temp.v7('2020-12-01', n), pg_temp.v7('2020-03-01', n), '2020-12-01' FROM generate_series(1, least(20000, %PEOPLE%)) AS n;
INSERT INTO advocacy.dialogue_mandate (id, decision_maker, title, body, body_kind, register, from_on, until_on, mail)
SELECT pg_temp.v7('2020-12-02', n), pg_temp.v7('2020-12-01', n), pg_temp.pick('{Députée,Ministre,Conseiller,Ambassadrice}', n),
       pg_temp.pick('{Assemblée nationale,Ministère du Travail,Ville,Ambassade}', n), pg_temp.pick('{PARLIAMENT,MINISTRY,CITY,EMBASSY}', n),
       pg_temp.pick('{QUEBEC,FEDERAL,QUEBEC,NONE}', n), '2020-12-01', CASE WHEN n % 3 = 0 THEN DATE '2024-12-01' END, 'd' || n || '@bureau.example'
FROM generate_series(1, least(20000, %PEOPLE%)) AS n;
INSERT INTO advocacy.dialogue_act (id, kind, state, happened_on, subject, register, staff_hours)
SELECT pg_temp.v7(current_date - n * 3, n), pg_temp.pick('{MEETING,CALL,LETTER}', n), 'DONE', current_date - n * 3, 'Rencontre no ' || n,
       pg_temp.pick('{QUEBEC,FEDERAL}', n), 1
FROM generate_series(1, %YEARS% * 100) AS n;
INSERT INTO advocacy.dialogue_act_decision_maker (act, decision_maker)
SELECT pg_temp.v7(current_date - n * 3, n), pg_temp.v7('2020-12-01', 1 + n % least(20000, %PEOPLE%)) FROM generate_series(1, %YEARS% * 100) AS n;
