-- A directory as a federation's: %ORGANISATIONS% organisations, forty affiliations of most of them over the years, and
-- %PEOPLE% people, each of whom has a mail address, a telephone number and a function. The first five are centrals, the
-- next 195 federations and councils, the others locals.
ALTER TABLE directory.people_affiliation DISABLE TRIGGER people_affiliation_closes_no_circle;

INSERT INTO directory.people_organisation (id, name, short_name, kind, place, contact_points)
SELECT pg_temp.v7('2020-01-01', n),
       pg_temp.pick('{Syndicat des,Groupe des,Comité des,Regroupement des,Alliance des}', n) || ' '
           || pg_temp.pick('{couturières,enseignants,infirmières,métallos,bibliothécaires,cuisinières,chauffeurs,préposées,mineurs,concierges,graphistes}', n / 5)
           || ' de ' || pg_temp.pick('{Louiseville,Rimouski,Alma,Granby,Joliette,Gatineau,Sept-Îles,Lévis,Magog,Matane,Val-d’Or,Saint-Jérôme,Drummondville}', n / 55)
           || ' no ' || n,
       'SG' || n,
       CASE WHEN n <= 5 THEN 'UNION_CENTRAL' WHEN n <= 200 THEN 'FEDERATION' ELSE 'LOCAL_UNION' END,
       'QC-' || lpad((1 + n % 17)::text, 2, '0'),
       jsonb_build_array(jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'o' || n || '@groupe.example'))
FROM generate_series(1, %ORGANISATIONS%) AS n;

INSERT INTO directory.people_affiliation (id, member, parent, nature, since, until)
SELECT pg_temp.v7('2020-02-01', n * 100 + p * 10 + y), pg_temp.v7('2020-01-01', n),
       pg_temp.v7('2020-01-01', CASE WHEN n <= 200 THEN 1 + (n + p) % 5 ELSE 6 + (n * 7 + p * 23) % 195 END),
       'AFFILIATED', make_date(2001 + y * 5, 1, 1), CASE WHEN y < 4 THEN make_date(2005 + y * 5, 12, 31) END
FROM generate_series(6, %ORGANISATIONS%) AS n, generate_series(0, 7) AS p, generate_series(0, 4) AS y
WHERE n > 200 OR p < 5;

ALTER TABLE directory.people_affiliation ENABLE TRIGGER people_affiliation_closes_no_circle;

INSERT INTO directory.people_person (id, given_name, family_name, languages, contact_points)
SELECT pg_temp.v7('2020-03-01', n),
       pg_temp.pick('{Maryse,Idriss,Nadège,Camille,Alexane,Guylaine,Réjean,Élodie,Wilfrid,Solange,Amadou,Ximena,Yolaine,Mathurin,Thérèse,Fatoumata,Normand,Marisol,Anouk,Ghislain,Samuel,Huguette,Étienne,Denise,Yvan,Gérard,Dominique,Louise,Phuong,Brigitte,Alain}', n),
       pg_temp.pick('{Ber,Cas,Dor,Fer,Gau,Hou,Lam,Mar,Nor,Per,Rou,Sim,Tan,Val,Vil,Bou,Cha,Des,Lev,Pom}', n / 31)
           || pg_temp.pick('{ard,ette,eau,elle,in,ier,ois,ongue,and,ert,igny,oux,ault}', n / 620)
           || pg_temp.pick('{"",ain,aud,ec,el,ic,ie,on,ot,u}', n / 8060)
           || pg_temp.pick('{"",-Roy,-Tremblay,-Gagnon,-Côté,-Diallo,-Nguyen,-Bouchard,-Pelletier,-Ouellet,-Haddad,-Quispe}', n / 80600),
       '{fr}',
       jsonb_build_array(
           jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', 'p' || n || '@groupe.example', 'label', NULL),
           jsonb_build_object('channel', 'PHONE', 'sphere', 'PROFESSIONAL', 'value', '514 ' || lpad((n % 10000000)::text, 7, '0'), 'label', NULL))
FROM generate_series(1, %PEOPLE%) AS n;

INSERT INTO directory.people_function (id, person, organisation, title, since)
SELECT pg_temp.v7('2020-04-01', n), pg_temp.v7('2020-03-01', n), pg_temp.v7('2020-01-01', 1 + n % %ORGANISATIONS%),
       pg_temp.pick('{Présidente,Secrétaire,Trésorier,Déléguée,Conseiller}', n), '2019-01-01'
FROM generate_series(1, %PEOPLE%) AS n;
