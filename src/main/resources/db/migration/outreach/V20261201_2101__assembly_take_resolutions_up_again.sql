-- A resolution carried without a quorum returns on each agenda, as a follow-up, until it is taken up or dropped.
ALTER TABLE outreach.assembly_follow_up
    ADD COLUMN retakes boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT assembly_follow_up_retakes_a_resolution CHECK (resolution IS NOT NULL OR NOT retakes);
COMMENT ON COLUMN outreach.assembly_follow_up.retakes IS 'Whether it is to take up its resolution, which was carried without a quorum';
CREATE UNIQUE INDEX assembly_follow_up_retakes_once ON outreach.assembly_follow_up (resolution) WHERE retakes;

ALTER TABLE outreach.assembly_item
    ADD COLUMN takes_up uuid,
    ADD CONSTRAINT assembly_item_takes_up_fk FOREIGN KEY (takes_up) REFERENCES outreach.assembly_follow_up (id)
        DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN outreach.assembly_item.takes_up IS 'The follow-up whose resolution is put to the vote again; null for none';
CREATE INDEX assembly_item_by_retake ON outreach.assembly_item (takes_up) WHERE takes_up IS NOT NULL;

INSERT INTO outreach.assembly_follow_up (id, body, meeting, item, resolution, what, opened_on, state, retakes)
SELECT gen_random_uuid(), m.body, m.id, r.item, r.id,
       format('À reprendre : résolution %s%s%s, prise sans quorum le %s', m.series,
              CASE WHEN r.sequence < 10 THEN '-0' ELSE '-' END, r.sequence,
              replace(to_char(m.begins, 'FMDD '), '1 ', CASE WHEN extract(day FROM m.begins) = 1 THEN '1er ' ELSE '1 ' END)
                  || (ARRAY['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre',
                            'novembre', 'décembre'])[extract(month FROM m.begins)::int]
                  || to_char(m.begins, ' YYYY')),
       m.begins::date, 'OPEN', true
FROM outreach.assembly_resolution r JOIN outreach.assembly_meeting m ON m.id = r.meeting
WHERE r.carried AND r.quorum_present IS NOT NULL;
