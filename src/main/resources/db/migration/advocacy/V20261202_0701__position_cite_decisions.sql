ALTER TABLE advocacy.position
    ADD COLUMN cited uuid,
    ADD CONSTRAINT position_cites_no_policy CHECK (cited IS NULL OR mandate <> 'POLICY');
COMMENT ON COLUMN advocacy.position.cited IS
    'The resolution of ours, or the position of a coalition, that mandate and mandate_text name; null for one told in words. No foreign key: one that was taken back is told on the page';
