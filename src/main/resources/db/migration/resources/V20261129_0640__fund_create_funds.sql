-- Restricted funds, and what comes in and goes out of them. A movement never changes: another one takes it back.

CREATE TABLE resources.fund (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    name      text    NOT NULL,
    nature    text    NOT NULL,
    currency  text    NOT NULL,
    opened_on date    NOT NULL,
    origin    text    NOT NULL,
    purpose   text    NOT NULL,
    rules     text    NOT NULL,
    committee text    NOT NULL,
    CONSTRAINT fund_pk PRIMARY KEY (id),
    CONSTRAINT fund_nature_is_known CHECK (nature IN ('EXTERNAL', 'INTERNAL', 'ENDOWMENT')),
    CONSTRAINT fund_has_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT fund_texts_are_short CHECK (length(name) BETWEEN 1 AND 300 AND length(origin) BETWEEN 1 AND 300
        AND length(purpose) BETWEEN 1 AND 5000 AND length(rules) <= 10000 AND length(committee) <= 1000)
);
COMMENT ON TABLE resources.fund IS 'Money that serves one purpose only';
COMMENT ON COLUMN resources.fund.nature IS 'Restricted by a giver, by our board, or with a capital that stays for good';
COMMENT ON COLUMN resources.fund.origin IS 'The will, the agreement or the resolution that restricts it';
SELECT platform.audit_attach('resources.fund');

CREATE TABLE resources.fund_movement (
    id          uuid           NOT NULL,
    fund        uuid           NOT NULL,
    day         date           NOT NULL,
    kind        text           NOT NULL,
    amount      numeric(16, 2) NOT NULL,
    what        text           NOT NULL,
    decision    text           NOT NULL,
    reverses    uuid,
    recorded_by uuid           NOT NULL,
    recorded_at timestamptz    NOT NULL,
    CONSTRAINT fund_movement_pk PRIMARY KEY (id),
    CONSTRAINT fund_movement_fund_fk FOREIGN KEY (fund) REFERENCES resources.fund (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fund_movement_reverses_fk FOREIGN KEY (reverses) REFERENCES resources.fund_movement (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fund_movement_reversed_once UNIQUE (reverses),
    CONSTRAINT fund_movement_kind_is_known
        CHECK (kind IN ('CAPITAL', 'RECEIVED', 'INCOME', 'TRANSFER_IN', 'RECOGNISED', 'REFUNDED', 'TRANSFER_OUT')),
    CONSTRAINT fund_movement_amount_is_not_zero CHECK (amount > 0 OR (amount < 0 AND reverses IS NOT NULL)),
    CONSTRAINT fund_movement_texts_are_short CHECK (length(what) BETWEEN 1 AND 300 AND length(decision) <= 300),
    CONSTRAINT fund_movement_transfer_has_decision
        CHECK (kind NOT IN ('TRANSFER_IN', 'TRANSFER_OUT') OR decision <> '')
);
COMMENT ON TABLE resources.fund_movement IS 'What came into a fund or went out of it, by its kind; below zero it takes another back';
COMMENT ON COLUMN resources.fund_movement.decision IS 'The resolution that decided it; empty if none was needed';
CREATE INDEX fund_movement_by_day ON resources.fund_movement (fund, day, id);
SELECT platform.audit_attach('resources.fund_movement');

CREATE FUNCTION resources.fund_keep_movement() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['what', 'decision'];
BEGIN
    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
        RAISE EXCEPTION 'fund_movement_stays' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER fund_movement_stays BEFORE UPDATE OR DELETE ON resources.fund_movement
    FOR EACH ROW EXECUTE FUNCTION resources.fund_keep_movement();
