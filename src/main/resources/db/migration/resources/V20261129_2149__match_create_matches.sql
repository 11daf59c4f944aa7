-- The match that an agreement asks for beside the funder's money, and its sources, each used once.

CREATE TABLE resources.match_clause (
    agreement        uuid           NOT NULL,
    version          integer        NOT NULL DEFAULT 1,
    clause           text           NOT NULL,
    base             text           NOT NULL,
    figure           numeric(16, 2) NOT NULL,
    in_kind_percent  numeric(5, 2),
    stacking_percent numeric(5, 2),
    wage_subsidies   numeric(16, 2) NOT NULL,
    in_kind_in_cost  boolean        NOT NULL,
    CONSTRAINT match_clause_pk PRIMARY KEY (agreement),
    CONSTRAINT match_clause_agreement_fk FOREIGN KEY (agreement) REFERENCES resources.grant_agreement (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT match_clause_base_is_known CHECK (base IN ('AMOUNT', 'GRANT', 'COST')),
    CONSTRAINT match_clause_figure_is_possible CHECK (figure > 0 AND (base <> 'COST' OR figure < 100)),
    CONSTRAINT match_clause_percents_are_possible CHECK (in_kind_percent BETWEEN 0 AND 100 AND stacking_percent BETWEEN 0 AND 100),
    CONSTRAINT match_clause_wage_subsidies_not_negative CHECK (wage_subsidies >= 0),
    CONSTRAINT match_clause_is_short_text CHECK (length(clause) <= 100)
);
COMMENT ON TABLE resources.match_clause IS 'What an agreement asks for beside its money';
COMMENT ON COLUMN resources.match_clause.figure IS 'An amount, or a percent of the grant or of the cost';
COMMENT ON COLUMN resources.match_clause.in_kind_percent IS 'The most of the match that may be in kind; null if the clause sets no limit';
COMMENT ON COLUMN resources.match_clause.stacking_percent IS 'The highest share of public money in the cost; null if the clause sets none';
COMMENT ON COLUMN resources.match_clause.wage_subsidies IS 'Counted as public money; zero if the clause leaves them out';
SELECT platform.audit_attach('resources.match_clause');

CREATE TABLE resources.match_source (
    id           uuid           NOT NULL,
    version      integer        NOT NULL DEFAULT 1,
    agreement    uuid           NOT NULL,
    kind         text           NOT NULL,
    day          date           NOT NULL,
    what         text           NOT NULL,
    amount       numeric(16, 2) NOT NULL,
    hours        numeric(9, 2),
    rate         numeric(9, 2),
    basis        text           NOT NULL,
    valued_by    text           NOT NULL DEFAULT '',
    organisation uuid,
    person       uuid,
    funding      uuid,
    item         text,
    confirmed_on date,
    confirmed_by text           NOT NULL DEFAULT '',
    used_in      uuid,
    recorded_by  uuid           NOT NULL,
    recorded_at  timestamptz    NOT NULL,
    CONSTRAINT match_source_pk PRIMARY KEY (id),
    CONSTRAINT match_source_agreement_fk FOREIGN KEY (agreement) REFERENCES resources.grant_agreement (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT match_source_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT match_source_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT match_source_funding_fk FOREIGN KEY (funding) REFERENCES resources.grant_agreement (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT match_source_item_is_used_once UNIQUE (item),
    CONSTRAINT match_source_kind_is_known CHECK (kind IN ('HOURS', 'RELEASE', 'GIFT', 'OWN', 'FUNDER')),
    CONSTRAINT match_source_amount_is_positive CHECK (amount > 0),
    CONSTRAINT match_source_hours_have_a_rate CHECK (
        (kind = 'HOURS') = (hours IS NOT NULL) AND (hours IS NULL) = (rate IS NULL) AND hours > 0 AND rate > 0),
    CONSTRAINT match_source_has_one_giver CHECK (num_nonnulls(organisation, person) <= 1),
    CONSTRAINT match_source_funding_is_another CHECK ((kind = 'FUNDER') = (funding IS NOT NULL) AND funding <> agreement),
    CONSTRAINT match_source_used_is_confirmed CHECK (used_in IS NULL OR confirmed_on IS NOT NULL),
    CONSTRAINT match_source_texts_are_short CHECK (length(what) BETWEEN 1 AND 300 AND length(basis) BETWEEN 1 AND 500
        AND length(valued_by) <= 200 AND length(item) <= 150 AND length(confirmed_by) <= 200)
);
COMMENT ON TABLE resources.match_source IS 'What counts towards the match of one agreement, and of no other (R-GRANT-19)';
COMMENT ON COLUMN resources.match_source.basis IS 'How it was valued: the source of the rate, the price, the entry in the books';
COMMENT ON COLUMN resources.match_source.item IS 'What may be used once: realisation/<id>, entry/<id>, release/<id>, money/<reference>';
COMMENT ON COLUMN resources.match_source.funding IS 'The other agreement whose money it is';
COMMENT ON COLUMN resources.match_source.confirmed_on IS 'The day on which the statement was signed, or the money entered; null while it is promised';
COMMENT ON COLUMN resources.match_source.used_in IS 'The filed financial report that counted it';
CREATE INDEX match_source_by_agreement ON resources.match_source (agreement, day, id);
CREATE INDEX match_source_by_organisation ON resources.match_source (organisation);
CREATE INDEX match_source_by_person ON resources.match_source (person);
CREATE INDEX match_source_by_funding ON resources.match_source (funding);
SELECT platform.audit_attach('resources.match_source');

CREATE FUNCTION resources.match_keep_used() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['what', 'basis', 'valued_by', 'confirmed_by', 'organisation', 'person'];
BEGIN
    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
        RAISE EXCEPTION 'match_source_is_used' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER match_source_stays_once_used BEFORE UPDATE OR DELETE ON resources.match_source
    FOR EACH ROW WHEN (OLD.used_in IS NOT NULL) EXECUTE FUNCTION resources.match_keep_used();
