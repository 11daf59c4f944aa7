-- A first issue goes to the members: the segment that each organisation needs is there from the start.
INSERT INTO directory.segment (id, name, criteria)
SELECT '019df000-0000-7000-8000-000000000001', 'Organisations membres', ARRAY['member=ORGANISATION']
WHERE NOT EXISTS (SELECT FROM directory.segment);
