package org.convergence.directory.people.domain;

import java.util.List;
import java.util.Set;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * References from affiliations to organisations, for merges. Of two overlapping affiliations with the same content, the
 * kept organisation's stays; one between the two merged organisations is deleted.
 */
@Component
class AffiliationReference implements IdentityReference {

    private static final String TAKE_OUT = """
            WITH theirs AS (
                SELECT a.*, CASE WHEN a.member = :duplicate THEN :kept ELSE a.member END AS becomes_member,
                       CASE WHEN a.parent = :duplicate THEN :kept ELSE a.parent END AS becomes_parent
                FROM directory.people_affiliation a WHERE :duplicate IN (a.member, a.parent)),
            said AS (
                SELECT t.id FROM theirs t
                WHERE t.becomes_member = t.becomes_parent
                   OR EXISTS (SELECT FROM directory.people_affiliation o
                              WHERE o.member = t.becomes_member AND o.parent = t.becomes_parent AND o.nature = t.nature
                                AND daterange(o.since, o.until, '[]') && daterange(t.since, t.until, '[]'))),
            gone AS (DELETE FROM directory.people_affiliation a USING said WHERE a.id = said.id RETURNING to_jsonb(a) AS line)
            SELECT coalesce(jsonb_agg(line), '[]') FROM gone
            """;

    private static final String MOVE = """
            WITH theirs AS (
                SELECT id, member = :duplicate AS as_member, parent = :duplicate AS as_parent
                FROM directory.people_affiliation WHERE :duplicate IN (member, parent)),
            moved AS (
                UPDATE directory.people_affiliation a
                SET member = CASE WHEN t.as_member THEN :kept ELSE a.member END,
                    parent = CASE WHEN t.as_parent THEN :kept ELSE a.parent END
                FROM theirs t WHERE t.id = a.id
                RETURNING jsonb_build_object('id', t.id, 'as_member', t.as_member, 'as_parent', t.as_parent,
                                             'member', a.member, 'parent', a.parent) AS line)
            SELECT coalesce(jsonb_agg(line), '[]') FROM moved
            """;

    private final ReferencingColumn removed;
    private final JdbcClient db;

    AffiliationReference(JdbcClient db) {
        this.removed = ReferencingColumn.toOrganisation(db, Affiliation.TABLE, "member");
        this.db = db;
    }

    @Override
    public Set<String> columns() {
        return Set.of(Affiliation.TABLE + ".member", Affiliation.TABLE + ".parent");
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        if (!(duplicate instanceof OrganisationId)) {
            return Json.empty();
        }
        try {
            ObjectNode before = Json.empty().node().asObject();
            before.set("removed", done(TAKE_OUT, duplicate, kept).node());
            before.set("moved", done(MOVE, duplicate, kept).node());
            return new Json(before);
        } catch (DataIntegrityViolationException violation) {
            if (String.valueOf(violation.getMessage()).contains("circle")) {
                throw new Refused("people.replace.circle");
            }
            throw violation;
        }
    }

    private Json done(String sql, Party duplicate, Party kept) {
        return db.sql(sql)
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .single();
    }

    @Override
    public void restore(Party duplicate, Json before) {
        db.sql("""
                        UPDATE directory.people_affiliation a
                        SET member = CASE WHEN b.as_member AND a.member = b.member THEN :duplicate ELSE a.member END,
                            parent = CASE WHEN b.as_parent AND a.parent = b.parent THEN :duplicate ELSE a.parent END
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb))
                            AS b (id uuid, as_member boolean, as_parent boolean, member uuid, parent uuid)
                        WHERE a.id = b.id
                        """)
                .param("duplicate", duplicate.value())
                .param("rows", rows(before, "moved").toString())
                .update();
        ObjectNode gone = Json.empty().node().asObject();
        gone.set("removed", rows(before, "removed"));
        removed.restore(duplicate, new Json(gone));
    }

    private static JsonNode rows(Json before, String which) {
        return before.node().has(which)
                ? before.node().get(which)
                : Json.of(List.of()).node();
    }

    @Override
    public void erase(PersonId person) {
        // Affiliations do not involve people.
    }

    @Override
    public List<Json> export(PersonId person) {
        return List.of();
    }
}
