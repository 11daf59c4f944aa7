ALTER TABLE education.workshop_request
    ADD COLUMN order_tool uuid,
    ADD COLUMN order_copies integer,
    DROP CONSTRAINT workshop_request_kind_is_known,
    ADD CONSTRAINT workshop_request_kind_is_known CHECK (kind IN ('REQUEST', 'QUESTION', 'NOTICE', 'COPIES')),
    ADD CONSTRAINT workshop_request_order_tool_fk FOREIGN KEY (order_tool) REFERENCES education.tool (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT workshop_request_order_is_whole CHECK (num_nonnulls(order_tool, order_copies) = CASE kind WHEN 'COPIES' THEN 2 ELSE 0 END),
    ADD CONSTRAINT workshop_request_order_is_counted CHECK (order_copies BETWEEN 1 AND 1000);
COMMENT ON COLUMN education.workshop_request.order_tool IS 'The tool of which printed copies are ordered';
