-- A share that another module measures at realisations feeds a ratio, for one topic or for all.

ALTER TABLE cooperation.project_indicator
    ADD COLUMN feed_topic uuid,
    DROP CONSTRAINT project_indicator_measure_is_known,
    DROP CONSTRAINT project_indicator_feed_selects,
    DROP CONSTRAINT project_indicator_only_quantities_are_fed,
    ADD CONSTRAINT project_indicator_measure_is_known CHECK (feed_measure IN
        ('PARTICIPATIONS', 'REALISATIONS', 'ORGANISATIONS', 'HOURS', 'COPIES', 'WILL_USE')),
    ADD CONSTRAINT project_indicator_feed_selects CHECK ((feed_measure IS NOT NULL) =
        (num_nonnulls(feed_kind, feed_action, feed_place, feed_partner, feed_topic) > 0)),
    ADD CONSTRAINT project_indicator_feed_fits_its_kind CHECK (
        feed_measure IS NULL OR kind = CASE feed_measure WHEN 'WILL_USE' THEN 'RATIO' ELSE 'QUANTITY' END),
    ADD CONSTRAINT project_indicator_topic_is_of_a_share CHECK (feed_topic IS NULL OR feed_measure = 'WILL_USE');
COMMENT ON COLUMN cooperation.project_indicator.feed_topic IS 'For what the share is measured, such as a workshop';
