DO $$
DECLARE
    attached record;
    kept     record;
BEGIN
    FOR kept IN SELECT * FROM key LOOP
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', kept.on_table, kept.conname, kept.definition);
    END LOOP;
    FOR attached IN SELECT tgrelid::regclass AS on_table, tgname FROM pg_trigger
        WHERE tgfoid = 'platform.audit_record'::regproc LOOP
        EXECUTE format('ALTER TABLE %s ENABLE TRIGGER %I', attached.on_table, attached.tgname);
    END LOOP;
END $$;
