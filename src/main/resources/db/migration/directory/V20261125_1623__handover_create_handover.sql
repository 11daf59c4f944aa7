-- Hand-overs: what became of all that somebody held, to the line. Kept as it was; only who someone is may still change,
-- when two of the directory prove to be one.

CREATE TABLE directory.handover (
    id          uuid        NOT NULL,
    person      uuid        NOT NULL,
    last_day    date        NOT NULL,
    note        text        NOT NULL DEFAULT '',
    passed_at   timestamptz NOT NULL,
    passed_by   uuid        NOT NULL,
    passed_name text        NOT NULL,
    CONSTRAINT handover_pk PRIMARY KEY (id),
    CONSTRAINT handover_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_note_is_bounded CHECK (length(note) <= 10000)
);
COMMENT ON TABLE directory.handover IS 'All that somebody held was passed on, or ended with her last day';
COMMENT ON COLUMN directory.handover.note IS 'Markdown, for whoever takes over';
COMMENT ON COLUMN directory.handover.passed_by IS 'The account of who passed it on';
CREATE INDEX handover_by_person ON directory.handover (person, last_day);

CREATE TABLE directory.handover_item (
    handover  uuid    NOT NULL,
    position  integer NOT NULL,
    kind      text    NOT NULL,
    fate      text    NOT NULL,
    thing     uuid    NOT NULL,
    what      text    NOT NULL,
    detail    text,
    url       text,
    due       date,
    successor uuid,
    CONSTRAINT handover_item_pk PRIMARY KEY (handover, position),
    CONSTRAINT handover_item_handover_fk FOREIGN KEY (handover) REFERENCES directory.handover (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_item_successor_fk FOREIGN KEY (successor) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_item_fate_is_known CHECK (fate IN ('PASSES', 'ENDS', 'REMAINS')),
    CONSTRAINT handover_item_passes_to_someone CHECK ((fate = 'PASSES') = (successor IS NOT NULL)),
    CONSTRAINT handover_item_url_is_ours CHECK (url ~ '^/[^/]')
);
COMMENT ON TABLE directory.handover_item IS 'A thing that somebody held, as it was called then, and what became of it';
COMMENT ON COLUMN directory.handover_item.thing IS 'By which its holding knows it; it may be gone since';
CREATE INDEX handover_item_by_successor ON directory.handover_item (successor);

CREATE TABLE directory.handover_note (
    handover  uuid NOT NULL,
    successor uuid NOT NULL,
    read_at   timestamptz,
    CONSTRAINT handover_note_pk PRIMARY KEY (handover, successor),
    CONSTRAINT handover_note_handover_fk FOREIGN KEY (handover) REFERENCES directory.handover (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT handover_note_successor_fk FOREIGN KEY (successor) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.handover_note IS 'Who took over, and when she said that she read what was left to her';
CREATE INDEX handover_note_by_successor ON directory.handover_note (successor) WHERE read_at IS NULL;

CREATE FUNCTION directory.handover_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - TG_ARGV[0] = to_jsonb(NEW) - TG_ARGV[0] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A hand-over is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER handover_stays BEFORE UPDATE OR DELETE ON directory.handover
    FOR EACH ROW EXECUTE FUNCTION directory.handover_refuse('person');
CREATE TRIGGER handover_item_stays BEFORE UPDATE OR DELETE ON directory.handover_item
    FOR EACH ROW EXECUTE FUNCTION directory.handover_refuse('successor');

SELECT platform.audit_attach('directory.handover');
SELECT platform.audit_attach('directory.handover_item');
SELECT platform.audit_attach('directory.handover_note');
