package org.convergence.resources.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cheque;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accountant's questions wait for their respondents, not for the accountant. */
@ModuleTest
class MoneyHomeCardTest {

    private static final AtomicInteger EARLIER = new AtomicInteger();

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private AccountantQueueService queue;

    @Autowired
    private MoneyHomeCard cards;

    @Autowired
    private RecipientWords speaking;

    @Autowired
    private JdbcClient db;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void createUnion() throws Exception {
        visitors.ensureOrganisation();
        union = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Local " + UUID.randomUUID()));
    }

    @Test
    void questionsWaitForOthersThanTheAsker() throws Exception {
        String question = "Quel exercice? " + UUID.randomUUID();
        ask(Role.ACCOUNTANT, question);
        assertThat(questions(Role.STAFF)).contains(question);
        assertThat(questions(Role.COORDINATOR)).contains(question);
        assertThat(questions(Role.ACCOUNTANT)).doesNotContain(question);
    }

    @Test
    void ownQuestionsHideNoOthers() throws Exception {
        String another = "Celle d’une autre " + UUID.randomUUID();
        ask(Role.COORDINATOR, another);
        for (int i = 0; i < 6; i++) {
            ask(Role.ACCOUNTANT, "La mienne " + UUID.randomUUID());
        }
        assertThat(questions(Role.ACCOUNTANT)).contains(another);
    }

    /** A day before all others, so that the question comes first. */
    private void ask(Role who, String question) throws Exception {
        PaymentId payment = CurrentActor.callAs(
                visitors.actor(Role.STAFF),
                () -> receiving.receive(
                        cheque(union, "50", DAY.minusYears(20).minusDays(EARLIER.incrementAndGet())), List.of()));
        EntryId entry = db.sql("SELECT id FROM resources.ledger_entry WHERE payment = ?")
                .param(payment.value())
                .query((row, n) -> new EntryId(row.getObject("id", UUID.class)))
                .single();
        CurrentActor.runAs(visitors.actor(who), () -> queue.returnWithQuestion(entry, 1, question));
    }

    private List<String> questions(Role role) throws Exception {
        return CurrentActor.callAs(
                visitors.actor(role),
                () -> cards.show(speaking.forLanguage("fr")).stream()
                        .flatMap(it -> it.rows().stream())
                        .map(it -> String.valueOf(it.detail()))
                        .toList());
    }
}
