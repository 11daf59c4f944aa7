-- Copies that left their pile without being handed out, such as those of an edition whose consent ended.
ALTER TABLE education.tool_batch
    ADD COLUMN discarded integer NOT NULL DEFAULT 0,
    DROP CONSTRAINT tool_batch_copies_are_counted,
    ADD CONSTRAINT tool_batch_copies_are_counted CHECK (
        copies >= 0 AND discarded >= 0 AND copies + discarded BETWEEN 1 AND 1000000);
COMMENT ON COLUMN education.tool_batch.copies IS 'Printed, less those discarded';
COMMENT ON COLUMN education.tool_batch.discarded IS 'Taken out of the pile without being handed out; they are no longer among its copies';
