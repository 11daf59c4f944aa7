package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.AtErasure;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of requests about personal data when two prove to be one, or someone is forgotten: that one was made and
 * answered in time stays, whose it was and its words go.
 */
@Component
class RequestReferences implements IdentityReference {

    private static final String WITHOUT = "[retiré]";

    private final ReferencingColumn column;
    private final AuditTrail audit;
    private final JdbcClient db;

    RequestReferences(AuditTrail audit, JdbcClient db) {
        this.column = ReferencingColumn.toPerson(db, RequestDesk.TABLE, "person", List.of("id"), AtErasure.CLEAR);
        this.audit = audit;
        this.db = db;
    }

    @Override
    public Set<String> columns() {
        return column.columns();
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        return column.repoint(duplicate, kept);
    }

    @Override
    public void restore(Party duplicate, Json before) {
        column.restore(duplicate, before);
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

    @Override
    public List<Json> export(PersonId person) {
        return column.export(person);
    }
}
