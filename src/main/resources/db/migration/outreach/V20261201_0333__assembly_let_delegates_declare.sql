-- A delegate of an assembly, who holds no seat and has no record, declares an interest under an item: the name is kept with
-- the delegation, as it was at that moment.
ALTER TABLE outreach.assembly_interest
    ALTER COLUMN person DROP NOT NULL,
    ADD COLUMN delegate text,
    ADD CONSTRAINT assembly_interest_is_of_one CHECK (num_nonnulls(person, delegate) = 1),
    ADD CONSTRAINT assembly_interest_delegate_is_short CHECK (length(delegate) BETWEEN 1 AND 600);
COMMENT ON COLUMN outreach.assembly_interest.delegate IS 'A delegate with the delegation; null for a person with a seat';

-- Names that are replaced later, as at an erasure, are replaced in signed minutes too.
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
