package org.convergence.plan.time.domain;

import java.util.List;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The approver of a contract when people are merged. If approver and worker become the same person, the contract names
 * no approver: no person approves their own weeks (R-TIME-4).
 */
@Component
class ContractApproverReference extends SingleColumnReference {

    private static final String OWN = "own";

    private final JdbcClient db;

    ContractApproverReference(JdbcClient db) {
        super(ReferencingColumn.toPerson(db, Contract.TABLE, "approver", List.of("id"), ErasureRule.CLEAR));
        this.db = db;
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        // The person of the contract may or may not have been repointed already.
        Json own = db.sql("""
                        WITH own AS (
                            SELECT id, approver FROM plan.time_contract
                            WHERE person IN (:duplicate, :kept) AND approver IN (:duplicate, :kept)),
                        cleared AS (
                            UPDATE plan.time_contract c SET approver = NULL FROM own WHERE own.id = c.id
                            RETURNING jsonb_build_object('id', own.id, 'approver', own.approver) AS line)
                        SELECT coalesce(jsonb_agg(line), '[]') FROM cleared
                        """)
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .single();
        ObjectNode before = super.repoint(duplicate, kept).node().asObject();
        return own.node().isEmpty() ? new Json(before) : new Json(before.set(OWN, own.node()));
    }

    @Override
    public void restore(Party duplicate, Json before) {
        super.restore(duplicate, before);
        JsonNode own = before.node().path(OWN);
        if (!own.isEmpty()) {
            db.sql("""
                            UPDATE plan.time_contract c SET approver = b.approver
                            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS b (id uuid, approver uuid)
                            WHERE b.id = c.id AND c.approver IS NULL
                              AND EXISTS (SELECT FROM directory.people_person p WHERE p.id = b.approver)
                            """).param("rows", own.toString()).update();
        }
    }
}
