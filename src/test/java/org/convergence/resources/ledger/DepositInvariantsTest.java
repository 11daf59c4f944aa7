package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.BatchService;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.DepositService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A deposited payment stays on a slip, whatever is closed or undone afterwards. */
@ModuleTest
class DepositInvariantsTest {

    private static final String ROOM = "/resources/ledger/deposits/";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private DepositService deposits;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private AccountantQueueService queue;

    @Autowired
    private BatchService batches;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    private PaymentId taken = new PaymentId(new UUID(0, 0));
    private PaymentId other = new PaymentId(new UUID(0, 0));
    private DepositId slip = new DepositId(new UUID(0, 0));

    @BeforeEach
    void createSlip() {
        visitors.ensureOrganisation();
        OrganisationId union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        taken = as(() -> receiving.receive(cheque(union, "60"), List.of()));
        other = as(() -> receiving.receive(cheque(union, "40"), List.of()));
        AccountId bank = as(() -> accounts.findFirst(AccountPurpose.BANK));
        slip = as(() -> deposits.create(bank, DAY.plusDays(24), List.of(taken, other)));
    }

    @Test
    void refusesToUndoSlipInClosedBatch() {
        assertThat(mvc.get().uri(ROOM + slip.value()).with(visitors.as(Role.STAFF)))
                .bodyText()
                .contains("/undo");
        BatchId batch = accepted(taken);
        run(() -> batches.close(batch));
        assertThatThrownBy(() -> run(() -> deposits.undo(slip)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.deposit-closed"));
        assertThat(as(() -> deposits.findItems(slip)))
                .extracting(DepositService.DepositItem::id)
                .containsExactlyInAnyOrder(taken, other);
        assertThat(mvc.get().uri(ROOM + slip.value()).with(visitors.as(Role.STAFF)))
                .bodyText()
                .doesNotContain("/undo");
        assertThat(mvc.post().uri(ROOM + slip.value() + "/undo").with(csrf()).with(visitors.as(Role.STAFF)))
                .hasStatus(422)
                .bodyText()
                .contains("fait partie d’un lot fermé");
    }

    @Test
    void undoMakesPaymentsWaitAgain() {
        run(() -> deposits.undo(slip));
        assertThat(as(() -> deposits.findWaiting(10_000)))
                .extracting(DepositService.DepositItem::id)
                .contains(taken, other);
    }

    @Test
    void undoWaitsForClosingBatch() {
        BatchId batch = accepted(taken);
        ConcurrentActions.ActionResult undone = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR), () -> batches.close(batch), () -> deposits.undo(slip));
        assertThat(undone.thrown()).isInstanceOf(Refused.class);
        assertThat(as(() -> deposits.findItems(slip))).hasSize(2);
    }

    private BatchId accepted(PaymentId payment) {
        EntryId entry = db.sql("SELECT id FROM resources.ledger_entry WHERE payment = ?")
                .param(payment.value())
                .query((row, n) -> new EntryId(row.getObject("id", UUID.class)))
                .single();
        return as(() -> queue.accept(List.of(entry)));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private void run(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }
}
