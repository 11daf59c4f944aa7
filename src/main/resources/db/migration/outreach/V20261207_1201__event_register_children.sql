-- Children at the childcare of an event: their ages, who comes for them, and pictures apart (R-EVT-9). No child is named.
ALTER TABLE outreach.event
    ADD COLUMN carers text NOT NULL DEFAULT '',
    ADD CONSTRAINT event_carers_are_short CHECK (length(carers) <= 400);
COMMENT ON COLUMN outreach.event.carers IS 'The adults with the children, one on each line, at least two; empty without childcare';

ALTER TABLE outreach.event_seat
    ADD COLUMN children     text[]  DEFAULT '{}',
    ADD COLUMN pick_up      text,
    ADD COLUMN child_photos boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT event_seat_pick_up_is_short CHECK (length(pick_up) BETWEEN 1 AND 200),
    ADD CONSTRAINT event_seat_children_are_picked_up CHECK (children IS NULL OR cardinality(children) = 0 OR pick_up IS NOT NULL);
COMMENT ON COLUMN outreach.event_seat.children IS 'The age band of each child that comes with the guest; erased seven days after the event';
COMMENT ON COLUMN outreach.event_seat.pick_up IS 'The person who comes for the children; erased with them';
COMMENT ON COLUMN outreach.event_seat.child_photos IS 'Whether pictures of the children may be taken, a yes of its own';
UPDATE outreach.event_seat SET children = NULL WHERE needs IS NULL;
-- Children stay out of the history, as needs do.
SELECT platform.audit_attach('outreach.event_seat', '{name,needs,need_note,meals,children,pick_up,child_photos}');
