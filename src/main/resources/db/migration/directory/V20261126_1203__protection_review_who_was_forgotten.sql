-- Whoever is forgotten while she is protected is so for good: another reviews it.
ALTER TABLE directory.protection_gesture
    DROP CONSTRAINT protection_gesture_kind_is_known,
    ADD CONSTRAINT protection_gesture_kind_is_known
        CHECK (kind IN ('SEALED', 'OPENED', 'CORRECTED', 'GIVEN', 'LISTED', 'JOINED', 'FORGOTTEN', 'RECOGNISED'));
