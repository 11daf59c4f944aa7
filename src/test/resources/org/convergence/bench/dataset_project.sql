-- Projects: two a year, of twenty years each, with 62 indicators and 80 quarters; quarters are locked half a year after
-- their end, the last one is submitted, those ahead have targets.
CREATE TEMP TABLE cooperated AS
SELECT n, pg_temp.v7(starts_on, n) AS id, starts_on, (starts_on + interval '20 years')::date - 1 AS ends_on
FROM generate_series(1, %YEARS% * 2) AS n
CROSS JOIN LATERAL (SELECT (date_trunc('quarter', current_date) - interval '19 years' - (n - 1) * interval '6 months')::date AS starts_on) AS d;
INSERT INTO cooperation.project (id, title, role, summary, countries, reach, reached, starts_on, ends_on, lead, opened_on)
SELECT id, 'Projet no ' || n, pg_temp.pick(ARRAY['LEAD', 'CO_LEAD', 'PARTICIPANT', 'SUPPORT'], n), 'Des ateliers et des semences.', '{MX,CO}', 400,
       'familles', starts_on, ends_on, pg_temp.v7('2020-03-01', 1 + n % least(1000, %PEOPLE%)), starts_on
FROM cooperated;
INSERT INTO cooperation.project_partner (id, project, organisation, brings)
SELECT pg_temp.v7(starts_on, n * 10 + p), id, pg_temp.v7('2020-01-01', 1 + (n + p) % 20), 'Des locaux' FROM cooperated CROSS JOIN generate_series(1, 2) AS p;
INSERT INTO cooperation.project_agreement (project, agreement)
SELECT c.id, a.id FROM cooperated AS c
JOIN (SELECT id, row_number() OVER (ORDER BY ends_on DESC, id) AS n FROM resources.grant_agreement) AS a ON a.n IN (2 * c.n - 1, 2 * c.n);
-- One result of the highest level, two and four under it, eight outputs and eight activities.
INSERT INTO cooperation.project_result (id, project, parent, parent_level, level, position, statement, assumption)
SELECT pg_temp.v7(starts_on, n * 100 + r), id, CASE WHEN r > 1 THEN pg_temp.v7(starts_on, n * 100 + above) END,
       CASE WHEN r > 1 THEN level[depth - 1] END, level[depth], r, 'Résultat no ' || r, 'La route reste ouverte.'
FROM cooperated CROSS JOIN generate_series(1, 23) AS r
CROSS JOIN LATERAL (SELECT CASE WHEN r = 1 THEN 1 WHEN r < 4 THEN 2 WHEN r < 8 THEN 3 WHEN r < 16 THEN 4 ELSE 5 END AS depth,
                           CASE WHEN r < 16 THEN r / 2 ELSE r - 8 END AS above,
                           ARRAY['ULTIMATE', 'INTERMEDIATE', 'IMMEDIATE', 'OUTPUT', 'ACTIVITY'] AS level) AS d;
INSERT INTO cooperation.project_period (id, project, starts_on, ends_on, locked_on)
SELECT pg_temp.v7(starts_on, n * 100 + p), id, from_day, to_day, CASE WHEN to_day < current_date - 180 THEN to_day + 170 END
FROM cooperated CROSS JOIN generate_series(1, 80) AS p
CROSS JOIN LATERAL (SELECT (starts_on + (p - 1) * interval '3 months')::date AS from_day, (starts_on + p * interval '3 months')::date - 1 AS to_day) AS d;
CREATE TEMP TABLE indicated AS
SELECT c.n, c.id AS project, c.starts_on, i, pg_temp.v7(c.starts_on, c.n * 100 + i) AS id,
       CASE WHEN i % 10 = 7 THEN 'QUALITATIVE' WHEN i % 10 = 9 THEN 'RATIO' ELSE 'QUANTITY' END AS kind, i % 2 = 0 AS by_sex
FROM cooperated AS c CROSS JOIN generate_series(1, 62) AS i;
INSERT INTO cooperation.project_indicator (id, project, result, position, wording, kind, unit, by_sex, adds_up, baseline_year, baseline_number,
    baseline_denominator, baseline_people_women, baseline_people_men, baseline_people_other, baseline_people_not_stated, baseline_words, source,
    method, frequency, responsible, feed_measure, feed_partner)
SELECT id, project, pg_temp.v7(starts_on, n * 100 + 1 + i % 15), i, 'Indicateur no ' || i, kind,
       CASE WHEN by_sex THEN 'personnes' ELSE '' END, by_sex, i % 3 > 0 AND kind = 'QUANTITY', greatest(1900, extract(year FROM starts_on)),
       CASE WHEN kind = 'RATIO' OR kind = 'QUANTITY' AND NOT by_sex THEN 2 END, CASE WHEN kind = 'RATIO' THEN 100 END,
       zero, zero, zero, zero, CASE WHEN kind = 'QUALITATIVE' THEN 'Peu de confiance' END, 'Registre', 'Décompte', 'Chaque trimestre', 'Coordination',
       CASE WHEN i = 2 THEN 'PARTICIPATIONS' END, CASE WHEN i = 2 THEN pg_temp.v7('2020-01-01', 1 + n % 20) END
FROM indicated CROSS JOIN LATERAL (SELECT CASE WHEN by_sex THEN 0 END AS zero) AS z;
INSERT INTO cooperation.project_value (id, indicator, period, state, submitted_on, target_number, target_denominator, target_people_women,
    target_people_men, target_people_other, target_people_not_stated, target_words, actual_number, actual_denominator, actual_people_women,
    actual_people_men, actual_people_other, actual_people_not_stated, actual_words, explanation, returned_comment)
SELECT pg_temp.v7(p.starts_on, n * 100 + i), v.id, p.id, state, CASE WHEN state <> 'DRAFT' THEN p.ends_on + 10 END,
       CASE WHEN counts THEN 20 END, CASE WHEN kind = 'RATIO' THEN 100 END, sex, sex, 0 * sex, 0 * sex, CASE WHEN kind = 'QUALITATIVE' THEN 'Confiance' END,
       CASE WHEN counts AND is_over THEN 15 + i % 10 END, CASE WHEN kind = 'RATIO' AND is_over THEN 100 END,
       CASE WHEN is_over THEN sex + i % 5 END, CASE WHEN is_over THEN sex - i % 3 END, CASE WHEN is_over THEN 0 * sex + 1 END,
       CASE WHEN is_over THEN 0 * sex + i % 2 END, CASE WHEN kind = 'QUALITATIVE' AND is_over THEN 'Les familles se réunissent chaque mois.' END,
       CASE WHEN is_over AND i % 4 = 0 THEN 'La pluie a retardé deux ateliers.' ELSE '' END,
       CASE WHEN state = 'RETURNED' THEN 'D’où vient ce chiffre ?' ELSE '' END
FROM indicated AS v JOIN cooperation.project_period AS p ON p.project = v.project
CROSS JOIN LATERAL (SELECT p.ends_on < current_date AS is_over, CASE WHEN by_sex THEN 10 END AS sex,
                           kind = 'RATIO' OR kind = 'QUANTITY' AND NOT by_sex AS counts,
                           CASE WHEN p.locked_on IS NOT NULL THEN 'APPROVED' WHEN p.ends_on >= current_date THEN 'DRAFT'
                                WHEN i % 20 = 0 THEN 'RETURNED' WHEN i % 3 = 0 THEN 'APPROVED' ELSE 'SUBMITTED' END AS state) AS s;
