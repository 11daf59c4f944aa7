package org.convergence.resources.dues.domain;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of the arrangements. When two organisations are merged and one paid for the other, the kept one pays for
 * itself. Both columns clear the payer, so that their order does not matter.
 */
final class SelfPayerReference extends SingleColumnReference {

    private static final String ITSELF = "itself";

    SelfPayerReference(ReferencingColumn column) {
        super(column);
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        if (!(duplicate instanceof OrganisationId)) {
            return Json.empty();
        }
        JsonNode itself = clearSelfPayer(duplicate, kept);
        ObjectNode before = super.repoint(duplicate, kept).node().asObject();
        before.set(ITSELF, itself);
        return new Json(before);
    }

    private JsonNode clearSelfPayer(Party duplicate, Party kept) {
        return db.sql("""
                        WITH itself AS (
                            SELECT id, payer_organisation FROM resources.dues_arrangement
                            WHERE organisation IN (:duplicate, :kept) AND payer_organisation IN (:duplicate, :kept)),
                        cleared AS (
                            UPDATE resources.dues_arrangement a SET payer_organisation = NULL
                            FROM itself i WHERE i.id = a.id RETURNING to_jsonb(i) AS line)
                        SELECT coalesce(jsonb_agg(line), '[]') FROM cleared
                        """)
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query((row, n) -> Json.parse(row.getString(1)).node())
                .single();
    }

    /** Restores the payer, unless it was changed meanwhile. */
    @Override
    public void restore(Party duplicate, Json before) {
        super.restore(duplicate, before);
        JsonNode itself = before.node().path(ITSELF);
        if (!itself.isEmpty()) {
            db.sql("""
                            UPDATE resources.dues_arrangement a SET payer_organisation = b.payer_organisation
                            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS b (id uuid, payer_organisation uuid)
                            WHERE a.id = b.id AND a.payer_organisation IS NULL AND a.organisation <> b.payer_organisation
                            """).param("rows", itself.toString()).update();
        }
    }
}
