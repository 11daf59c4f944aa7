-- Connected calendars of 5,000 entries around today; one is that of whoever is measured.
DO $$
BEGIN
    IF to_regclass('plan.calendar_entry') IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO plan.calendar_source (id, owner, name, connected_at, entries)
    SELECT pg_temp.v7('2020-12-01', c),
           CASE WHEN c = 0 THEN (SELECT id FROM identity.account LIMIT 1) ELSE pg_temp.v7('2020-12-02', c) END, 'Agenda', now(), 5000
    FROM generate_series(0, %YEARS% / 5 - 1) AS c;
    INSERT INTO plan.calendar_entry (id, owner, source, key, series, recurs, day, last_day, starts_at, ends_at, all_day, title,
                                     place, seen_at)
    SELECT pg_temp.v7('2021-01-01', row_number() OVER ()), s.owner, s.id, sha256((s.id || ' ' || e)::bytea),
           sha256((s.id || ' series ' || e % 900)::bytea), true, d.day, d.day, d.day + time '13:00', d.day + time '15:00',
           false, 'Rencontre no ' || e % 900, '', now()
    FROM plan.calendar_source s CROSS JOIN generate_series(0, 4999) AS e
    CROSS JOIN LATERAL (SELECT current_date - 30 + e % 90 AS day) AS d;
END $$;
