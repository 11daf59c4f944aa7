-- Fills a database that has one plan, just imported, with %YEARS% years of plans like it, %REALISATIONS% realisations,
-- %ORGANISATIONS% organisations and %PEOPLE% people. Run by the administrator; all constraints hold: keys are taken
-- off and put back, so that each is checked at once. The audit is not written.
CREATE FUNCTION pg_temp.v7(day date, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
    (lpad(to_hex((extract(epoch FROM day) * 1000)::bigint & 281474976710655), 12, '0') || '70008000'
        || lpad(to_hex(n), 12, '0'))::uuid;

CREATE FUNCTION pg_temp.pick(words text[], n bigint) RETURNS text LANGUAGE sql IMMUTABLE RETURN
    words[1 + (n % cardinality(words))];

CREATE TEMP TABLE key AS
SELECT conrelid::regclass AS on_table, conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
WHERE contype = 'f' AND connamespace IN ('directory'::regnamespace, 'plan'::regnamespace, 'outreach'::regnamespace)
   OR contype = 'f' AND conrelid IN ('resources.spending_expense'::regclass, 'resources.spending_split'::regclass, 'cooperation.project_value'::regclass);

DO $$
DECLARE
    attached record;
    kept     record;
BEGIN
    FOR attached IN SELECT tgrelid::regclass AS on_table, tgname FROM pg_trigger
        WHERE tgfoid = 'platform.audit_record'::regproc LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', attached.on_table, attached.tgname);
    END LOOP;
    FOR kept IN SELECT * FROM key LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', kept.on_table, kept.conname);
    END LOOP;
END $$;

