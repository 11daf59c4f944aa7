-- The address of an instrument's text is followed as a link.

ALTER TABLE advocacy.treaty
    ADD CONSTRAINT treaty_url_is_an_address CHECK (url = '' OR url ~ '^https?://');
