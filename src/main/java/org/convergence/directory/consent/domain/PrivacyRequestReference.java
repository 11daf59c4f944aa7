package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * References from privacy requests to people, for merges and erasures: the request and its dates stay, the person and
 * the texts are removed.
 */
@Component
class PrivacyRequestReference extends SingleColumnReference {

    private final AuditTrail audit;

    PrivacyRequestReference(AuditTrail audit, JdbcClient db) {
        super(ReferencingColumn.toPerson(db, PrivacyRequestService.TABLE, "person", ErasureRule.CLEAR));
        this.audit = audit;
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
        audit.redact(PrivacyRequestService.TABLE, rows, WITHOUT, List.of("person", "asked", "answer"));
    }
}
