-- A record that was replaced is known by its former names and addresses as long as it is remembered, also once it cannot be
-- taken apart any more.
CREATE OR REPLACE FUNCTION directory.people_names(who uuid, parts boolean) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT DISTINCT name FROM (
        SELECT given_name, family_name, display_form, contact_points FROM directory.people_person WHERE id = who
        UNION ALL
        SELECT undo -> 'row' ->> 'given_name', undo -> 'row' ->> 'family_name', undo -> 'row' ->> 'display_form',
               undo -> 'row' -> 'contact_points'
        FROM directory.people_alias WHERE id = who AND person IS NOT NULL AND undo IS NOT NULL) AS p, LATERAL (
        SELECT unnest(ARRAY[btrim(p.given_name || ' ' || p.family_name), btrim(p.family_name || ' ' || p.given_name),
                            p.display_form])
        UNION SELECT point ->> 'value' FROM jsonb_array_elements(p.contact_points) AS point
        UNION SELECT unnest(ARRAY[p.given_name, p.family_name]) WHERE parts) AS n (name)
    WHERE length(name) > 2
    UNION
    SELECT name FROM directory.people_alias a, unnest(a.names || a.contact_keys) AS name
    WHERE a.id = who AND a.person IS NOT NULL AND a.undo IS NULL AND length(name) > 2
$$;
