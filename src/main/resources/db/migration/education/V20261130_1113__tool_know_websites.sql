ALTER TABLE education.tool DROP CONSTRAINT tool_kind_is_known,
    ADD CONSTRAINT tool_kind_is_known CHECK (kind IN ('COMIC', 'SHEET', 'GUIDE', 'GAME', 'EXHIBITION', 'VIDEO', 'KIT', 'WEBSITE', 'OTHER'));
