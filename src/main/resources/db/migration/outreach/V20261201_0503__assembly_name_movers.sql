-- A text of an assembly is proposed and seconded by delegates, who hold no seat and have no record: the resolution keeps
-- their names with their delegations, as they were at that moment.
ALTER TABLE outreach.assembly_resolution
    ADD COLUMN proposed_by text,
    ADD COLUMN seconded_by text,
    ADD CONSTRAINT assembly_resolution_movers_are_short CHECK (length(proposed_by) <= 600 AND length(seconded_by) <= 600);
COMMENT ON COLUMN outreach.assembly_resolution.proposed_by IS 'A delegate with the delegation; null for a person with a seat, and if not recorded';
COMMENT ON COLUMN outreach.assembly_resolution.seconded_by IS 'A delegate with the delegation; null for a person with a seat, and if not recorded';

-- Names that are replaced later, as at an erasure, are replaced in signed minutes too.
CREATE OR REPLACE FUNCTION outreach.assembly_refuse_once_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    followed CONSTANT text[] := '{version,proposer,seconder,proposed_by,seconded_by,person,words}';
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
