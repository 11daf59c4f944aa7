-- Hours: six people at a time, each for ten years, some 78 entries a week; whoever is measured is one of those of today.
UPDATE identity.account SET person_id = pg_temp.v7('2020-03-01', 1);

CREATE TEMP TABLE member AS
SELECT decade, k, pg_temp.v7('2020-03-01', 1 + decade * 6 + k) AS person
FROM generate_series(0, (%YEARS% + 9) / 10 - 1) AS decade CROSS JOIN generate_series(0, 5) AS k;
CREATE TEMP TABLE week AS
SELECT w, w / 520 AS decade, monday, y.n
FROM (SELECT w, (date_trunc('week', current_date) - w * interval '1 week')::date AS monday
      FROM generate_series(0, %YEARS% * 52 - 1) AS w) AS weeks
JOIN year y ON weeks.monday BETWEEN y.start AND y.last;
CREATE UNIQUE INDEX ON done (i);
ANALYZE member, week;

INSERT INTO plan.time_contract (id, person, starts_on, ends_on, source, monday, tuesday, wednesday, thursday, friday,
                                saturday, sunday)
SELECT pg_temp.v7('2020-05-01', decade * 6 + k), person, now_on - (decade + 1) * 3640,
       CASE WHEN decade > 0 THEN now_on - decade * 3640 - 1 WHEN k = 5 THEN now_on + 90 END,
       pg_temp.pick('{PERMANENT,PERMANENT,WAGE_SUBSIDY,INTERN,WAGE_SUBSIDY,VOLUNTEER}', k), 7, 7, 7, 7, 4, 0, 0
FROM member CROSS JOIN (SELECT date_trunc('week', current_date)::date + 7 AS now_on) AS now;
INSERT INTO plan.time_closure (id, kind, name, starts_on, ends_on, source)
SELECT pg_temp.v7('2020-06-01', y.n * 10 + h), 'HOLIDAY', 'Jour férié no ' || h, y.start + h * 36, y.start + h * 36, 'Loi'
FROM year y CROSS JOIN generate_series(0, 9) AS h;
INSERT INTO plan.time_leave (id, person, starts_on, ends_on)
SELECT pg_temp.v7('2020-07-01', y.n * 18 + m.k * 3 + l), m.person, y.start + 20 * m.k + 110 * l, y.start + 20 * m.k + 110 * l + 4
FROM year y JOIN member m ON m.decade = y.n / 10 CROSS JOIN generate_series(0, 2) AS l;

INSERT INTO plan.time_sheet (id, person, monday, state, saved_at, submitted_at, decided_at, decided_by, decided_name)
SELECT pg_temp.v7(w.monday, w.w * 6 + m.k), m.person, w.monday,
       CASE WHEN w.w = 0 THEN 'DRAFT' WHEN w.w = 1 THEN 'SUBMITTED' ELSE 'APPROVED' END, w.monday::timestamptz,
       CASE WHEN w.w > 0 THEN w.monday + 5 END, CASE WHEN w.w > 1 THEN w.monday + 8 END,
       CASE WHEN w.w > 1 THEN (SELECT id FROM identity.account LIMIT 1) END, CASE WHEN w.w > 1 THEN 'Coordination' END
FROM week w JOIN member m USING (decade);

INSERT INTO plan.time_entry (id, person, monday, day, hours, action, realisation, volunteer)
SELECT pg_temp.v7(w.monday + d, (w.w * 6 + m.k) * 15 + d * 3 + s), m.person, w.monday, w.monday + d, 1 + (d + s) % 3,
       (SELECT v.id FROM servable v WHERE v.n = w.n AND v.rank = (w.w * 7 + m.k * 5 + d * 3 + s) % 20 AND s > 0),
       (SELECT r.id FROM done r WHERE r.i = w.n + %YEARS% * (w.w % 52)::bigint AND m.k = 0 AND d = 2 AND s = 1), m.k = 5
FROM week w JOIN member m USING (decade) CROSS JOIN generate_series(0, 4) AS d CROSS JOIN generate_series(0, 2) AS s
WHERE w.w > 0 AND (s < 2 OR d NOT IN (2, 4));
UPDATE plan.realisation r SET worked_staff_hours = e.hours
FROM (SELECT realisation, sum(hours) AS hours FROM plan.time_entry WHERE realisation IS NOT NULL GROUP BY realisation) AS e
WHERE e.realisation = r.id;
