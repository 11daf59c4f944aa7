-- A substitute takes the place of a guest, also by a phone without network.
ALTER TABLE platform.door_entry
    DROP CONSTRAINT door_entry_move_is_known,
    ADD CONSTRAINT door_entry_move_is_known CHECK (move IN ('ENTER', 'LEAVE', 'RETURN', 'UNDO', 'ADD', 'SUBSTITUTE'));
