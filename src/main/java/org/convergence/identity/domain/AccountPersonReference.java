package org.convergence.identity.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.identity.IdentityPermissions;
import org.convergence.platform.access.CurrentActor;
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

    private static final String CLOSE_FIRST = "identity.account.close-first";

    private final AuditTrail audit;

    AccountPersonReference(AuditTrail audit, JdbcClient db) {
        super(ReferencingColumn.toPerson(db, "identity.account", "person_id", ErasureRule.CLEAR));
        this.audit = audit;
    }

    private boolean hasOpenAccount(PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM identity.account WHERE person_id = ? AND closed_at IS NULL)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<ErasureWarning> erasureWarning(PersonId person) {
        return hasOpenAccount(person)
                ? Optional.of(new ErasureWarning(
                        CLOSE_FIRST,
                        CurrentActor.get().may(IdentityPermissions.ACCOUNTS) ? "/identity/accounts" : null))
                : Optional.empty();
    }

    @Override
    public void rename(PersonId person, String standIn) {
        if (hasOpenAccount(person)) {
            throw new Refused(CLOSE_FIRST);
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
