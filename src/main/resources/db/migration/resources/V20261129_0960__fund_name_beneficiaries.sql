-- To whom a use of a fund was passed, so that givers read what their gift did.

ALTER TABLE resources.fund_movement ADD COLUMN organisation uuid,
    ADD CONSTRAINT fund_movement_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN resources.fund_movement.organisation IS 'The partner to which it was passed; null for a use of our own';
CREATE INDEX fund_movement_by_organisation ON resources.fund_movement (organisation) WHERE organisation IS NOT NULL;

-- A merge of organisations follows the reference; what was moved stays.
CREATE OR REPLACE FUNCTION resources.fund_keep_movement() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['what', 'decision', 'organisation'];
BEGIN
    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
        RAISE EXCEPTION 'fund_movement_stays' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE VIEW resources.fund_name AS SELECT id, name, currency FROM resources.fund;
COMMENT ON VIEW resources.fund_name IS 'The names and currencies of funds, for joins of other modules';
REVOKE INSERT, UPDATE, DELETE ON resources.fund_name FROM ${application};

CREATE VIEW resources.fund_flow AS
SELECT fund, day, kind, what, organisation,
       CASE WHEN kind IN ('RECOGNISED', 'REFUNDED', 'TRANSFER_OUT') THEN -amount ELSE amount END AS effect
FROM resources.fund_movement;
COMMENT ON VIEW resources.fund_flow IS 'What each movement adds to its fund, and the partner to which it was passed';
REVOKE INSERT, UPDATE, DELETE ON resources.fund_flow FROM ${application};
