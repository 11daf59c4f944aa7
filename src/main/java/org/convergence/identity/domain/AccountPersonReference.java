package org.convergence.identity.domain;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The references from accounts to people, for merges and erasures. A person with an open account is not erased; a
 * closed account stays without its name and mail.
 */
@Component
class AccountPersonReference extends SingleColumnReference {

    private final AuditTrail audit;
    private final JdbcClient db;

    AccountPersonReference(AuditTrail audit, JdbcClient db) {
        super(ReferencingColumn.toPerson(db, "identity.account", "person_id", List.of("id"), ErasureRule.CLEAR));
        this.audit = audit;
        this.db = db;
    }

    @Override
    public void rename(PersonId person, String standIn) {
        boolean open = db.sql("SELECT EXISTS (SELECT FROM identity.account WHERE person_id = ? AND closed_at IS NULL)")
                .param(person.value())
                .query(Boolean.class)
                .single();
        if (open) {
            throw new Refused("identity.account.close-first");
        }
        List<String> accounts = db.sql("""
                        UPDATE identity.account SET name = :stand, mail = id || '@retire.invalid'
                        WHERE person_id = :person RETURNING id::text
                        """)
                .param("stand", standIn)
                .param("person", person.value())
                .query(String.class)
                .list();
        audit.redact("identity.account", accounts, standIn, List.of("name", "mail"));
    }

    @Override
    public List<Json> export(PersonId person) {
        return db.sql("""
                        SELECT jsonb_build_object('mail', mail, 'name', name, 'language', language, 'created_at', created_at,
                                                  'closed_at', closed_at)
                        FROM identity.account WHERE person_id = ? ORDER BY created_at
                        """)
                .param(person.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .list();
    }
}
