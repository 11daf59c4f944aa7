-- Indicators are disaggregated by other dimensions than sex; what a dimension leaves of the total is not stated.

-- The cells of each dimension, [[3, 4], [5, 0, 1]]: numbers that do not exceed the total.
CREATE FUNCTION cooperation.project_cells_fit(cells jsonb, total numeric) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN cells IS NULL OR (total IS NOT NULL AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(cells) AS dimension
        WHERE (SELECT coalesce(sum(cell::numeric), 0) > total OR coalesce(min(cell::numeric), 0) < 0
               FROM jsonb_array_elements_text(dimension) AS cell)));

ALTER TABLE cooperation.project_indicator
    ADD COLUMN dimensions text NOT NULL DEFAULT '',
    ADD COLUMN baseline_cells jsonb,
    ADD CONSTRAINT project_indicator_only_entered_quantities_have_dimensions
        CHECK (dimensions = '' OR (kind = 'QUANTITY' AND feed_measure IS NULL)),
    ADD CONSTRAINT project_indicator_dimensions_are_bounded CHECK (length(dimensions) <= 1000),
    ADD CONSTRAINT project_indicator_baseline_cells_fit CHECK (cooperation.project_cells_fit(baseline_cells,
        coalesce(baseline_number, baseline_people_women + baseline_people_men + baseline_people_other + baseline_people_not_stated)));
COMMENT ON COLUMN cooperation.project_indicator.dimensions IS 'Each dimension in a line with its cells, « Âge : moins de 30 ans ; 30 ans et plus »; not stated is what is left of the total';

ALTER TABLE cooperation.project_value
    ADD COLUMN target_cells jsonb,
    ADD COLUMN actual_cells jsonb,
    ADD CONSTRAINT project_value_target_cells_fit CHECK (cooperation.project_cells_fit(target_cells,
        coalesce(target_number, target_people_women + target_people_men + target_people_other + target_people_not_stated))),
    ADD CONSTRAINT project_value_actual_cells_fit CHECK (cooperation.project_cells_fit(actual_cells,
        coalesce(actual_number, actual_people_women + actual_people_men + actual_people_other + actual_people_not_stated)));
COMMENT ON COLUMN cooperation.project_value.actual_cells IS 'The cells of each dimension of the indicator, in its order';
