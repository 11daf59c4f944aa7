-- Files of past realisations come in as every other list does, and stand where the others stand.
INSERT INTO platform.imports_file (id, version, kind, name, head, columns, choices, state, row_count, run, created_by,
                                   created_at, ended_at)
SELECT id, version, 'realisation.past', file_name, to_jsonb(head), settings -> 'columns', settings - 'columns', state, rows,
       CASE WHEN state = 'UNDOING' THEN undoing ELSE run END,
       coalesce((SELECT actor ->> 'label' FROM platform.jobs_run WHERE id = run), '–'), created_at, finished_at
FROM plan.realisation_import
WHERE rows > 0;

INSERT INTO platform.imports_row (file, line, cells, outcome, remarks, entered)
SELECT r.import, r.number, r.cells,
       CASE WHEN r.realisation IS NOT NULL THEN 'CREATED' WHEN r.left_because IS NOT NULL THEN 'ASIDE' END, (
           SELECT coalesce(jsonb_agg(jsonb_build_object(
               'column', 'realisation.column.' || (problem ->> 'column'),
               'key', problem -> 'key',
               'arguments', problem -> 'arguments')), '[]')
           FROM jsonb_array_elements(coalesce(r.left_because, '[]')) AS problem),
       r.realisation IS NOT NULL OR r.left_because IS NOT NULL
FROM plan.realisation_import_row r
JOIN platform.imports_file f ON f.id = r.import;

INSERT INTO platform.imports_made (file, line, thing, made, version_after, outcome)
SELECT i.import, i.number, 'REALISATION', i.realisation, i.version,
       CASE WHEN f.state = 'UNDONE' THEN
           CASE WHEN r.state <> 'WITHDRAWN' AND r.version <> i.version THEN 'CHANGED_SINCE' ELSE 'TAKEN_BACK' END END
FROM plan.realisation_import_row i
JOIN platform.imports_file f ON f.id = i.import
JOIN plan.realisation r ON r.id = i.realisation
ORDER BY i.import, i.number;

UPDATE platform.jobs_run SET kind = 'imports.run', label_key = 'realisation.import.work' WHERE kind = 'realisation.import';
UPDATE platform.jobs_run SET kind = 'imports.undo', label_key = 'realisation.import.undo.work'
WHERE kind = 'realisation.import.undo';

DROP TABLE plan.realisation_import_row, plan.realisation_import;
