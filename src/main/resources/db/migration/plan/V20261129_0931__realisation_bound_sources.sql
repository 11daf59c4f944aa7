-- As RealisationSource asks: a longer one could be stored, and its page not be read.
ALTER TABLE plan.realisation
    ADD CONSTRAINT realisation_source_is_short
        CHECK (length(source_module) + length(source_kind) + length(source_id) <= 300);
