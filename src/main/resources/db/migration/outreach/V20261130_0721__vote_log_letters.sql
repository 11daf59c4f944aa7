-- Each letter about an assembly to a member or to a person named, with the version of the meeting that it tells: when the
-- meeting moves, its reader is told what changes. A letter of the outbox regards one of these rows.
CREATE TABLE outreach.vote_letter (
    id              uuid        NOT NULL,
    mandate         uuid        NOT NULL,
    named           uuid,
    kind            text        NOT NULL,
    meeting_version integer     NOT NULL,
    posted_at       timestamptz NOT NULL,
    CONSTRAINT vote_letter_pk PRIMARY KEY (id),
    CONSTRAINT vote_letter_mandate_fk FOREIGN KEY (mandate) REFERENCES outreach.vote_mandate (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_letter_named_fk FOREIGN KEY (named) REFERENCES outreach.vote_named (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT vote_letter_kind_is_known CHECK (kind IN ('CONVENED', 'MOVED', 'REMINDED', 'CANCELLED'))
);
COMMENT ON TABLE outreach.vote_letter IS 'A letter about an assembly to a member or to a person named';
COMMENT ON COLUMN outreach.vote_letter.named IS 'The person named; null for a letter to the member';
COMMENT ON COLUMN outreach.vote_letter.meeting_version IS 'The version of the meeting whose day, hour and place it tells';
CREATE INDEX vote_letter_by_mandate ON outreach.vote_letter (mandate, posted_at);
CREATE INDEX vote_letter_by_named ON outreach.vote_letter (named) WHERE named IS NOT NULL;
SELECT platform.audit_attach('outreach.vote_letter');

-- Letters posted before regard the mandate letter or the person: their row has that id.
INSERT INTO outreach.vote_letter (id, mandate, named, kind, meeting_version, posted_at)
SELECT v.id, v.id, NULL, 'CONVENED', a.version, v.asked_at
  FROM outreach.vote_mandate v JOIN outreach.assembly_meeting a ON a.id = v.meeting
 WHERE v.asked_at IS NOT NULL
UNION ALL
SELECT n.id, n.mandate, n.id, 'CONVENED', a.version, s.posted_at
  FROM outreach.vote_named n
  JOIN outreach.vote_mandate v ON v.id = n.mandate
  JOIN outreach.assembly_meeting a ON a.id = v.meeting
  JOIN (SELECT record_id, max(posted_at) AS posted_at FROM platform.mail_letter_status
         WHERE matter = 'vote_delegate' GROUP BY record_id) s ON s.record_id = n.id;
