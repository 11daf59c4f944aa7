-- A second look that was asked for is taken back; answered_at is then that moment.
ALTER TABLE directory.secondlook_invitation
    DROP CONSTRAINT secondlook_invitation_state_is_known,
    ADD CONSTRAINT secondlook_invitation_state_is_known CHECK (state IN ('ASKED', 'GOOD', 'COMMENTED', 'SEEN', 'WITHDRAWN'));
