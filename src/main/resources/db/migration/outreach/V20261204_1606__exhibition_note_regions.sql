-- Where an exhibition went, on a map of Québec's regions.
ALTER TABLE outreach.exhibition_booking ADD COLUMN region text,
    ADD CONSTRAINT exhibition_booking_region_is_a_code CHECK (region ~ '^QC-(0[1-9]|1[0-7])$');
COMMENT ON COLUMN outreach.exhibition_booking.region IS 'The administrative region of the host, as a place code; empty outside Québec or not known';

CREATE VIEW outreach.exhibition_circuit AS
SELECT e.id, e.title,
       ARRAY(SELECT b.open_from FROM outreach.exhibition_booking b
             WHERE b.exhibition = e.id AND b.state IN ('RESERVED', 'CONTRACT') ORDER BY b.open_from) AS openings,
       (SELECT count(*) FROM outreach.exhibition_booking b
        WHERE b.exhibition = e.id AND b.state IN ('RESERVED', 'CONTRACT', 'OUT', 'RETURNED', 'DAMAGED')) AS stops,
       (SELECT coalesce(sum(b.people), 0) FROM outreach.exhibition_booking b WHERE b.exhibition = e.id) AS people
FROM outreach.exhibition e;
COMMENT ON VIEW outreach.exhibition_circuit IS 'Each exhibition with the days of its openings still reserved, its stops and the people who saw it';
REVOKE INSERT, UPDATE, DELETE ON outreach.exhibition_circuit FROM ${application};
