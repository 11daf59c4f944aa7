package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OneColumn;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.AtErasure;
import org.convergence.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * References from privacy requests to people, for merges and erasures: the request and its dates stay, the person and
 * the texts are removed.
 */
@Component
class RequestReferences extends OneColumn {

    private final AuditTrail audit;
    private final JdbcClient db;

    RequestReferences(AuditTrail audit, JdbcClient db) {
        super(ReferencingColumn.toPerson(db, RequestDesk.TABLE, "person", List.of("id"), AtErasure.CLEAR));
        this.audit = audit;
        this.db = db;
    }

    @Override
    public void erase(PersonId person) {
        List<String> rows =
                db.sql("""
                        UPDATE directory.consent_request
                        SET person = NULL, asked = :without, version = version + 1,
                            answer = CASE WHEN answer IS NULL THEN NULL ELSE :without END
                        WHERE person = :person RETURNING id
                        """).param("without", WITHOUT).param("person", person.value()).query(UUID.class).list().stream()
                        .map(UUID::toString)
                        .toList();
        audit.redact(RequestDesk.TABLE, rows, WITHOUT, List.of("person", "asked", "answer"));
    }
}
