-- Events: four a year, with two hundred registrations a year, of which a thousand to the next one, whatever the years; each
-- twentieth is a table of an organisation. Needs and names of those long over are erased, as the application does.
CREATE TEMP TABLE evening AS
SELECT n, pg_temp.v7(day, n) AS id, day, n = 1 AS is_next, day > current_date - 7 AS has_needs, day > current_date - 90 AS has_names
FROM generate_series(1, %YEARS% * 4) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n = 1 THEN current_date + 3 ELSE current_date - n * 91 END AS day) AS d;
INSERT INTO outreach.event (id, state, name, day, begins, place, table_size, regular, target, people, need_totals)
SELECT id, CASE WHEN is_next THEN 'OPEN' ELSE 'HELD' END, 'Soirée no ' || n, day, '18:30', 'Salle du Port', 8, 90, 12000,
       CASE WHEN NOT is_next THEN 60 END, CASE WHEN NOT has_needs THEN '{"VEGAN": 4}'::jsonb END
FROM evening;

CREATE TEMP TABLE registration AS
SELECT i, e.id AS event, pg_temp.v7(e.day - 20, i) AS id, e.has_names, e.has_needs, i % 20 = 0 AS is_table,
       CASE WHEN i % 20 = 0 THEN 8 ELSE 1 END AS seats, e.day - 20 AS made_on
FROM generate_series(1, %YEARS% * 200) AS i
JOIN evening AS e ON e.n = CASE WHEN i <= least(1000, %YEARS% * 20) THEN 1 ELSE 2 + i % (%YEARS% * 4 - 1) END;
INSERT INTO outreach.event_quota (id, event, mode, seats, taken)
SELECT pg_temp.v7('2020-01-06', row_number() OVER ()), event, 'IN_PERSON', sum(seats) + 100, sum(seats)
FROM registration GROUP BY event;
INSERT INTO outreach.event_order (id, event, mode, state, seats, organisation, contact_name, contact_mail, language, code, price, amount,
                                  purchase_order, made_at)
SELECT id, event, 'IN_PERSON', 'CONFIRMED', seats, CASE WHEN is_table THEN pg_temp.v7('2020-01-01', 1 + i % 50) END,
       CASE WHEN has_names THEN 'Visite ' || i ELSE '' END, CASE WHEN has_names THEN 'visite' || i || '@exemple.example' END, 'fr',
       (SELECT string_agg(substr('ACDEFGHJKLMNPQRTUVWXY34679', 1 + floor(i / 26 ^ p)::int % 26, 1), '' ORDER BY p)
        FROM (VALUES (0), (1), (2), (3)) AS place (p)),
       CASE WHEN is_table THEN 'REGULAR' END, CASE WHEN is_table THEN 720 END, CASE WHEN is_table THEN 'BC-' || i END,
       made_on + (i % 86400) * interval '1 second'
FROM registration;
INSERT INTO outreach.event_seat (id, event_order, position, table_number, name, needs)
SELECT pg_temp.v7(made_on, i * 10 + p), id, p, CASE WHEN is_table THEN i / 20 END,
       CASE WHEN has_names AND p < 7 THEN 'Visite ' || i || '-' || p END,
       CASE WHEN has_needs THEN CASE WHEN i % 5 = 0 THEN '{VEGAN}'::text[] ELSE '{}' END END
FROM registration CROSS JOIN LATERAL generate_series(1, seats) AS p;
