-- What each membership made possible goes with the invoice, where the call says for which period.
ALTER TABLE resources.dues_call
    ADD COLUMN leaflets_from  date,
    ADD COLUMN leaflets_until date,
    ADD CONSTRAINT dues_call_leaflets_are_of_a_period CHECK ((leaflets_from IS NULL) = (leaflets_until IS NULL)),
    ADD CONSTRAINT dues_call_leaflets_are_in_order CHECK (leaflets_from <= leaflets_until);
COMMENT ON COLUMN resources.dues_call.leaflets_from IS 'Of what period leaflets go with the invoices; none where it is not said';
