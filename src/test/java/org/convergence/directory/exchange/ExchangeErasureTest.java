package org.convergence.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Exchanges after a merge of two people, and after an erasure. */
@ModuleTest
class ExchangeErasureTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private ExchangeRecorder exchanges;

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private PersonId ana = new PersonId(new UUID(0, 0));
    private PersonId other = new PersonId(new UUID(0, 0));

    @BeforeEach
    void twoPeople() throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            ana = persons.create(new PersonFacts(
                    "Ana",
                    "Morales",
                    null,
                    null,
                    List.of(),
                    List.of(new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, "ana@exemple.org", null)),
                    null));
            other = persons.create(PersonFacts.named("Luc", "Anahuac"));
            return true;
        });
    }

    @Test
    void erasedPersonIsNamedInNoExchangeOrHistory() {
        UUID hers = note("Appel d’Ana Morales", "Morales (ANA@exemple.org) écrira à Luc Anahuac.", Set.of(ana, other));
        UUID elsewhere = note("Lettre", "On a parlé d’ana morales, et d’Ana tout court.", Set.of(other));
        UUID alone = note("Autre lettre", "Ana Gómez seulement.", Set.of(other));

        transaction.executeWithoutResult(status -> references.forEach(each -> {
            each.rename(ana, IdentityReference.WITHOUT);
            each.erase(ana);
        }));

        assertThat(text(hers))
                .as("an address is left to the search of all texts")
                .isEqualTo("Appel d’[retiré]\n[retiré] (ANA@exemple.org) écrira à Luc Anahuac.");
        assertThat(text(elsewhere)).isEqualTo("Lettre\nOn a parlé d’[retiré], et d’Ana tout court.");
        assertThat(text(alone)).isEqualTo("Autre lettre\nAna Gómez seulement.");
        assertThat(with(hers)).containsExactly(other.value());
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry WHERE table_name = 'directory.exchange'
                        AND row_id = ANY (:rows) AND (coalesce(before::text, '') || coalesce(after::text, '')) ~* 'morales'
                        """)
                        .param("rows", new String[] {hers.toString(), elsewhere.toString()})
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void erasureCoversDeletedExchanges() {
        UUID gone = note("Appel", "Morales", Set.of(ana));
        db.sql("DELETE FROM directory.exchange WHERE id = ?").param(gone).update();

        transaction.executeWithoutResult(status -> references.forEach(each -> {
            each.rename(ana, IdentityReference.WITHOUT);
            each.erase(ana);
        }));

        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry WHERE row_id = ? AND redacted_at IS NOT NULL")
                        .param(gone.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void mergeMovesExchangesAndUnmergeReturnsThem() {
        UUID both = note("À deux", "", Set.of(ana, other));
        UUID one = note("Seule", "", Set.of(ana));
        List<Json> before = transaction.execute(status ->
                references.stream().map(each -> each.repoint(ana, other)).toList());
        assertThat(with(both)).containsExactly(other.value());
        assertThat(with(one)).containsExactly(other.value());

        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < references.size(); i++) {
                references
                        .get(i)
                        .restore(ana, java.util.Objects.requireNonNull(before).get(i));
            }
        });
        assertThat(with(both)).containsExactlyInAnyOrder(ana.value(), other.value());
        assertThat(with(one)).containsExactly(ana.value());
    }

    @Test
    void personalDataIncludesExchanges() {
        note("Appel", "Elle rappelle.", Set.of(ana));
        assertThat(references.stream().flatMap(each -> each.export(ana).stream()))
                .anyMatch(each -> each.toString().contains("Elle rappelle."));
    }

    private UUID note(String subject, String text, Set<PersonId> people) {
        try {
            return CurrentActor.callAs(
                    visitors.actor(Role.COORDINATOR),
                    () -> exchanges
                            .record(new ExchangeContent(
                                    settings.today(), ExchangeChannel.PHONE, subject, text, people, Set.of()))
                            .value());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(UUID exchange) {
        return db.sql("SELECT subject || E'\\n' || body FROM directory.exchange WHERE id = ?")
                .param(exchange)
                .query(String.class)
                .single();
    }

    private List<UUID> with(UUID exchange) {
        return db.sql("SELECT person FROM directory.exchange_person WHERE exchange = ?")
                .param(exchange)
                .query(UUID.class)
                .list();
    }
}
