-- What a membership made possible is the module "impact": "relay" is the name of the union bulletin's relays.
ALTER TABLE resources.relay_leaflet RENAME TO impact_leaflet;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_pk TO impact_leaflet_pk;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_organisation_fk TO impact_leaflet_organisation_fk;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_document_fk TO impact_leaflet_document_fk;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_period_begins_before_it_ends TO impact_leaflet_period_begins_before_it_ends;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_language_is_known TO impact_leaflet_language_is_known;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_digest_is_one TO impact_leaflet_digest_is_one;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_counts_are_sound TO impact_leaflet_counts_are_sound;
ALTER TABLE resources.impact_leaflet RENAME CONSTRAINT relay_leaflet_is_replaced_later TO impact_leaflet_is_replaced_later;
ALTER INDEX resources.relay_leaflet_stands_once RENAME TO impact_leaflet_stands_once;
ALTER INDEX resources.relay_leaflet_by_period RENAME TO impact_leaflet_by_period;
ALTER INDEX resources.relay_leaflet_by_document RENAME TO impact_leaflet_by_document;

UPDATE platform.document SET owner = 'resources.impact' || substr(owner, 16) WHERE owner LIKE 'resources.relay/%';
UPDATE platform.jobs_run
   SET kind = 'impact.leaflets', label_key = replace(label_key, 'relay.', 'impact.')
 WHERE kind = 'relay.leaflets';
-- A waiting job runs with the permissions of the user who asked for it.
UPDATE platform.jobs_run SET actor = replace(actor::text, '"relay.', '"impact.')::jsonb WHERE actor::text LIKE '%"relay.%';
UPDATE platform.audit_entry SET table_name = 'resources.impact_leaflet' WHERE table_name = 'resources.relay_leaflet';
UPDATE platform.audit_entry SET gesture = 'impact.' || substr(gesture, 7) WHERE gesture LIKE 'relay.%';
