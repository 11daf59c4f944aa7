package org.convergence.resources.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sources of a match after the erasure of the person who gave. */
@ModuleTest
class MatchErasureTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private PersonService persons;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private final UUID agreement = UUID.randomUUID();

    @AfterEach
    void clear() {
        db.sql("DELETE FROM resources.match_source WHERE agreement = ?")
                .param(agreement)
                .update();
        db.sql("DELETE FROM resources.grant_agreement WHERE id = ?")
                .param(agreement)
                .update();
    }

    @Test
    void erasedPersonIsNamedInNoSourceAndAmountsStay() {
        visitors.ensureOrganisation();
        PersonId zita = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> persons.create(PersonFacts.named("Zita", "Quermalet")));
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, title, currency, starts_on, ends_on, scope)
                        VALUES (?, 'Entente d’essai', 'CAD', '2025-01-01', '2025-12-31', 'PROJECT')
                        """).param(agreement).update();
        db.sql("""
                        INSERT INTO resources.match_source
                               (id, agreement, kind, day, what, amount, basis, valued_by, person, confirmed_on, confirmed_by,
                                recorded_by, recorded_at)
                        VALUES (:id, :agreement, 'GIFT', '2025-04-12', 'Machine de Zita Quermalet', 300,
                                'Facture au nom de Zita Quermalet', 'Zita Quermalet', :person, '2025-04-14', 'Zita Quermalet',
                                :id, now())
                        """)
                .param("id", UUID.randomUUID())
                .param("agreement", agreement)
                .param("person", zita.value())
                .update();
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> transaction.executeWithoutResult(status -> references.forEach(each -> {
                    each.rename(zita, IdentityReference.WITHOUT);
                    each.erase(zita);
                })));
        assertThat(db.sql("""
                        SELECT what || basis || valued_by || confirmed_by || amount FROM resources.match_source
                        WHERE agreement = ?
                        """).param(agreement).query(String.class).single())
                .doesNotContain("Quermalet")
                .contains("300.00");
    }
}
