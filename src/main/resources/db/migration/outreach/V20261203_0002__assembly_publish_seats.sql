-- Which organisations directors sit for, so that each sees what concerns hers (line 4.1).
CREATE VIEW outreach.assembly_board_seat AS
SELECT m.person, s.organisation, m.since, m.until
  FROM outreach.assembly_mandate m
  JOIN outreach.assembly_seat s ON s.id = m.seat
  JOIN outreach.assembly_body b ON b.id = s.body
 WHERE b.kind = 'BOARD' AND s.organisation IS NOT NULL;
COMMENT ON VIEW outreach.assembly_board_seat IS 'The people with a seat of an organisation on the board, and their days';
REVOKE INSERT, UPDATE, DELETE ON outreach.assembly_board_seat FROM ${application};
