-- By which part of a mail address an organisation is recognised: that of its own addresses, and that of its site.
CREATE FUNCTION directory.people_domains(points jsonb, website text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(
        SELECT lower(split_part(point ->> 'value', '@', 2))
        FROM jsonb_array_elements(points) AS point WHERE point ->> 'channel' = 'MAIL')
        || ARRAY(
        SELECT lower(site) FROM (SELECT substring(website FROM '^https?://(?:www\.)?([^/:?#]+)') AS site) AS of
        WHERE site IS NOT NULL);

CREATE INDEX people_organisation_by_domain ON directory.people_organisation
    USING gin (directory.people_domains(contact_points, website));
