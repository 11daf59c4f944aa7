-- Gifts: twice as many as realisations, of a thousand donors; half of them to one appeal.
INSERT INTO resources.ledger_account (id, purpose, code, name)
SELECT pg_temp.v7('2020-01-05', 1), 'GIFT', 'DONS', 'Dons' WHERE NOT EXISTS (SELECT FROM resources.ledger_account WHERE purpose = 'GIFT');
INSERT INTO resources.fund (id, name, nature, currency, opened_on, origin, purpose, rules, committee)
VALUES (pg_temp.v7('2020-01-05', 2), 'Replanter après l’eau', 'EXTERNAL', 'CAD', '2020-01-05', 'Un appel aux dons', 'Semences', '', '');
INSERT INTO resources.appeal (id, kind, code, french_title, french_text, partner, purpose, fund, opens_on, link, shows_raised)
VALUES (pg_temp.v7('2020-01-05', 3), 'OWN', 'replanter-au-banc', 'Replanter après l’eau', 'Il faut des semences.', pg_temp.v7('2020-01-01', 1),
        'Semences', pg_temp.v7('2020-01-05', 2), '2020-01-05', '', true);

CREATE TEMP TABLE given AS
SELECT n, pg_temp.v7(day, n) AS id, day, 10 + n % 90 AS amount, n % 2 = 0 AS is_restricted,
       pg_temp.v7('2020-03-01', 1 + n % least(1000, %PEOPLE%)) AS donor
FROM generate_series(1, 2 * %REALISATIONS%) AS n CROSS JOIN LATERAL (SELECT current_date - (n % (%YEARS% * 365))::int AS day) AS d;
INSERT INTO resources.ledger_payment (id, person, method, received_on, currency, amount)
SELECT id, donor, 'CHEQUE', day, 'CAD', amount FROM given;
INSERT INTO resources.ledger_allocation (payment, position, account, amount)
SELECT given.id, 1, account.id, given.amount FROM given CROSS JOIN resources.ledger_account AS account WHERE account.purpose = 'GIFT';
INSERT INTO resources.fund_movement (id, fund, day, kind, amount, what, decision, recorded_by, recorded_at)
SELECT id, pg_temp.v7('2020-01-05', 2), day, 'RECEIVED', amount, 'Don no ' || n, '', donor, day FROM given WHERE is_restricted;
INSERT INTO resources.gift (id, number, person, received_on, amount, currency, home_amount, method, reference, description, remark, fund,
                            payment, movement, reversal_reason)
SELECT id, n + (SELECT coalesce(max(number), 0) FROM resources.gift), donor, day, amount, 'CAD', amount, 'CHEQUE', '', '', '',
       CASE WHEN is_restricted THEN pg_temp.v7('2020-01-05', 2) END, id, CASE WHEN is_restricted THEN id END, ''
FROM given;
SET CONSTRAINTS ALL IMMEDIATE;
