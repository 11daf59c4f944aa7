ALTER TABLE plan.realisation
    ADD COLUMN quantity integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT realisation_quantity_is_sound CHECK (quantity BETWEEN 1 AND 999);
COMMENT ON COLUMN plan.realisation.quantity IS 'For how many it counts towards targets of realisations: three periods in class are 3';
