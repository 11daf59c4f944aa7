-- Agreements: four a year, of three years each, in three currencies, with eight lines and a thousand expenses in as many days;
-- what is older than three months is closed in batches by month, and each year that is over is reported.
CREATE TEMP TABLE granted AS
SELECT n, pg_temp.v7(starts_on, n) AS id, starts_on, (starts_on + interval '3 years')::date - 1 AS ends_on,
       pg_temp.pick(ARRAY['CAD', 'CAD', 'USD', 'EUR'], n) AS currency,
       pg_temp.pick(ARRAY[1, 1, 1.35, 1.47]::text[], n)::numeric AS rate
FROM generate_series(1, %YEARS% * 4) AS n CROSS JOIN LATERAL (SELECT (current_date - 30 - 91 * (n - 1))::date AS starts_on) AS d;
INSERT INTO resources.grant_agreement (id, number, title, funder, currency, starts_on, ends_on, scope, transfer_tolerance, retained_until, closed_on)
SELECT id, 'E-' || n, 'Entente no ' || n, pg_temp.v7('2020-01-01', 1 + n % 20), currency, starts_on, ends_on,
       pg_temp.pick(ARRAY['MISSION', 'PROJECT', 'OUR_PART'], n), 10, (ends_on + interval '7 years')::date,
       CASE WHEN ends_on < current_date - 120 THEN ends_on + 100 END
FROM granted;
INSERT INTO resources.grant_agreement_due (id, agreement, kind, what, clause, due_on, amount, owner, done_on)
SELECT pg_temp.v7(starts_on, n * 100 + p), id, CASE WHEN p % 4 = 1 THEN 'INSTALMENT' ELSE 'DELIVERABLE' END,
       CASE WHEN p % 4 = 1 THEN 'Versement no ' WHEN p % 4 = 0 THEN 'Rapport financier no ' ELSE 'Livrable no ' END || p, 'Clause ' || p, due_on,
       CASE WHEN p % 4 = 1 THEN 30000 END, CASE WHEN p % 4 <> 1 THEN pg_temp.v7('2020-03-01', 1 + n % least(1000, %PEOPLE%)) END,
       CASE WHEN due_on < current_date - 10 THEN due_on - 3 END
FROM granted CROSS JOIN generate_series(1, 12) AS p CROSS JOIN LATERAL (SELECT starts_on + p * 90 AS due_on) AS d;
INSERT INTO resources.spending_budget (id, subject, title, currency, starts_on, ends_on)
SELECT id, 'resources.grant/agreement/' || id, 'Entente no ' || n, currency, starts_on, ends_on FROM granted;
INSERT INTO resources.spending_line (id, budget, position, code, label, cost_class, original, amended, account)
SELECT pg_temp.v7(starts_on, n * 10 + p), id, p, 'L' || p, 'Ligne ' || p,
       pg_temp.pick(ARRAY['EMPLOYEES', 'LOCAL_EMPLOYEES', 'FEES', 'TRAVEL', 'DIRECT', 'OVERHEAD'], p), 15000, 15000 + p * 100, (5000 + p)::text
FROM granted CROSS JOIN generate_series(1, 8) AS p;
INSERT INTO platform.currency_rate (id, from_currency, to_currency, rate, valid_from, valid_to, source)
SELECT pg_temp.v7(day, row_number() OVER ()), code, 'CAD', worth, day, (day + interval '1 month')::date - 1, 'Banque du Canada'
FROM (VALUES ('MXN', 0.0737), ('USD', 1.35), ('EUR', 1.47)) AS c (code, worth)
CROSS JOIN generate_series(date_trunc('month', current_date) - interval '3 years', current_date, '1 month') AS m
CROSS JOIN LATERAL (SELECT m::date AS day) AS d
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE spent AS
SELECT g.n * 1000::bigint + k AS n, pg_temp.v7(day, g.n * 1000 + k) AS id, g.n AS agreement, k, g.starts_on, day, 20 + k % 180 AS amount, g.rate,
       CASE WHEN k % 7 = 0 THEN 'MXN' ELSE 'CAD' END AS currency, date_trunc('month', day)::date AS month,
       CASE WHEN day < date_trunc('month', current_date) - interval '3 months' THEN 'CLOSED'
            WHEN day < current_date - 30 THEN CASE WHEN k % 25 = 0 THEN 'COMMITTED' ELSE 'ACCEPTED' END
            WHEN k % 9 = 0 THEN 'RETURNED' WHEN k % 25 = 0 THEN 'COMMITTED' ELSE 'PROPOSED' END AS state
FROM granted AS g CROSS JOIN generate_series(1, 1000) AS k
CROSS JOIN LATERAL (SELECT g.starts_on + k * 1094 / 1000 AS day) AS d WHERE day <= current_date;
INSERT INTO resources.spending_batch (id, number, closed_on, closed_by)
SELECT pg_temp.v7(month, 7), row_number() OVER (ORDER BY month), (month + interval '2 months')::date, pg_temp.v7('2020-03-01', 1)
FROM spent WHERE state = 'CLOSED' GROUP BY month;
INSERT INTO resources.spending_expense (id, day, amount, currency, supplier, number, note, state, question, asked_on, batch, recorded_by, recorded_at)
SELECT id, day, amount, currency, 'Fournisseur ' || n % 500, 'F-' || n, pg_temp.pick(ARRAY['Papeterie', 'Transport', 'Salle', 'Traduction'], k), state,
       CASE WHEN state = 'RETURNED' THEN 'Pour quelle activité ?' END, CASE WHEN state = 'RETURNED' THEN day END,
       CASE WHEN state = 'CLOSED' THEN pg_temp.v7(month, 7) END, pg_temp.v7('2020-03-01', 1 + n % least(1000, %PEOPLE%)), day + time '12:00'
FROM spent ORDER BY day, id;
-- A third is split over two lines.
ALTER TABLE resources.spending_split DISABLE TRIGGER spending_split_stays_once_closed;
INSERT INTO resources.spending_split (id, expense, line, amount, converted, rates, filed)
SELECT pg_temp.v7(day, n * 10 + p), id, pg_temp.v7(starts_on, agreement * 10 + 1 + (k + p) % 8), share, round(share * worth / rate, 2),
       CASE currency WHEN 'CAD' THEN '[]' ELSE jsonb_build_array(jsonb_build_object('rate', jsonb_build_object('fromCurrency', 'MXN', 'toCurrency', 'CAD',
           'rate', 0.0737, 'validFrom', month, 'validTo', (month + interval '1 month')::date - 1, 'source', 'Banque du Canada'), 'isInverted', false)) END,
       day < current_date - 500
FROM spent CROSS JOIN LATERAL generate_series(1, CASE WHEN k % 3 = 0 THEN 2 ELSE 1 END) AS p
CROSS JOIN LATERAL (SELECT CASE WHEN k % 3 = 0 THEN amount / 2.0 ELSE amount END AS share, CASE currency WHEN 'MXN' THEN 0.0737 ELSE 1 END AS worth) AS s
ORDER BY day, id;
ALTER TABLE resources.spending_split ENABLE TRIGGER spending_split_stays_once_closed;
INSERT INTO resources.spending_report (id, budget, starts_on, ends_on, approved_by, approved_at, approved_digest, filed_on)
SELECT pg_temp.v7(starts_on, n * 10 + y), id, from_day, to_day, pg_temp.v7('2020-03-01', 1), to_day + 50, repeat('a', 64), to_day + 60
FROM granted CROSS JOIN generate_series(1, 3) AS y
CROSS JOIN LATERAL (SELECT (starts_on + (y - 1) * interval '1 year')::date AS from_day, (starts_on + y * interval '1 year')::date - 1 AS to_day) AS d
WHERE to_day < current_date - 60;
