-- The meals of an event, which guests take which, and how many of each need sit at each (R-EVT-8).
ALTER TABLE outreach.event
    ADD COLUMN meals text NOT NULL DEFAULT '',
    ADD COLUMN meal_totals jsonb,
    ADD CONSTRAINT event_meals_are_short CHECK (length(meals) <= 400);
COMMENT ON COLUMN outreach.event.meals IS 'One on each line, in order; empty where needs are of the whole event';
COMMENT ON COLUMN outreach.event.meal_totals IS 'Guests and needs by meal, kept when they are erased seven days after the event';

ALTER TABLE outreach.event_seat
    ADD COLUMN meals text[],
    ADD CONSTRAINT event_seat_meals_are_few CHECK (cardinality(meals) <= 6);
COMMENT ON COLUMN outreach.event_seat.meals IS 'The places of the meals that the guest takes, the first being 1; null for all of them, and once erased';

CREATE FUNCTION outreach.event_count_meals(counted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'guests', m.guests, 'needs', m.needs) ORDER BY m.place), '[]')
      FROM (SELECT l.place, l.name,
                   (SELECT count(*) FROM outreach.event_order o JOIN outreach.event_seat s ON s.event_order = o.id
                     WHERE o.event = counted AND o.mode = 'IN_PERSON' AND o.state IN ('HELD', 'CONFIRMED')
                       AND (s.meals IS NULL OR l.place::text = ANY (s.meals))) AS guests,
                   (SELECT coalesce(jsonb_object_agg(n.need, n.guests), '{}')
                      FROM (SELECT need, count(*) AS guests FROM outreach.event_order o
                              JOIN outreach.event_seat s ON s.event_order = o.id CROSS JOIN unnest(s.needs) AS need
                             WHERE o.event = counted AND o.mode = 'IN_PERSON' AND o.state IN ('HELD', 'CONFIRMED')
                               AND (s.meals IS NULL OR l.place::text = ANY (s.meals)) GROUP BY need) n) AS needs
              FROM outreach.event e
             CROSS JOIN LATERAL unnest(string_to_array(e.meals, chr(10))) WITH ORDINALITY AS l (name, place)
             WHERE e.id = counted AND e.meals <> '') m
$$;
COMMENT ON FUNCTION outreach.event_count_meals(uuid) IS 'Expected guests in the room and their needs, by meal';
-- Meals stay out of the history, as needs do.
SELECT platform.audit_attach('outreach.event_seat', '{name,needs,need_note,meals}');
