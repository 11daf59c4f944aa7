-- What was issued is never rewritten (R-LEDGER-2): a share tells its amount by its rate, and a revision computes by it again.
-- Which decision adopted it may still be said better.
CREATE FUNCTION resources.dues_keep_used_rate() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'decided_body', 'decided_on', 'decided_number'];
BEGIN
    IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free
       AND EXISTS (SELECT FROM resources.dues_share WHERE rate = OLD.id AND invoice IS NOT NULL) THEN
        RAISE EXCEPTION 'dues_rate_is_used' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER dues_rate_stays_once_used BEFORE UPDATE ON resources.dues_rate
    FOR EACH ROW EXECUTE FUNCTION resources.dues_keep_used_rate();

CREATE INDEX dues_share_by_rate ON resources.dues_share (rate);
