-- In a new database the migration that lets delegates declare ran before the one that names movers, which then took the
-- function back: the name of a delegate could not be replaced in signed minutes.
CREATE OR REPLACE FUNCTION outreach.assembly_refuse_once_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed CONSTANT text[] := '{version,proposer,seconder,proposed_by,seconded_by,person,delegate,words}';
    which    uuid; -- words are computed afterwards, from columns that are compared
BEGIN
    IF TG_OP = 'INSERT' THEN
        which := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    ELSE
        which := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
    END IF;
    IF EXISTS (SELECT FROM outreach.assembly_meeting m WHERE m.id = which AND m.signed_on IS NOT NULL) THEN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - followed = to_jsonb(OLD) - followed THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'Signed minutes are never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;
