package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.CAD;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.AdvanceService;
import org.convergence.resources.ledger.domain.BatchService;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.JournalQueries;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same money settles nothing twice, whatever is reversed, corrected or closed meanwhile. */
@ModuleTest
class SingleSettlementTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private InvoiceDetailsQueries file;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private AdvanceService advances;

    @Autowired
    private AccountantQueueService queue;

    @Autowired
    private BatchService batches;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private JournalQueries journal;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void createUnion() {
        visitors.ensureOrganisation();
        union = another();
    }

    private OrganisationId another() {
        return as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private void run(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }

    private static void refuses(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo(key));
    }

    private InvoiceId owed(String amount) {
        return as(() -> invoicing.issue(invoice(union, amount, DAY.plusDays(30), null)));
    }

    private Money balance(InvoiceId id) {
        return as(() -> file.findById(id).balance());
    }

    private PaymentId paid(OrganisationId by, String amount, PaymentPart... parts) {
        return as(() -> receiving.receive(cheque(by, amount), List.of(parts)));
    }

    private static PaymentPart part(InvoiceId invoice, String amount) {
        return PaymentPart.of(invoice, new BigDecimal(amount));
    }

    private void back(PaymentId payment) {
        as(() -> receiving.reverse(payment, DAY.plusDays(60), "Sans provision"));
    }

    private BatchId accepted(PaymentId payment) {
        EntryId entry = db.sql("SELECT id FROM resources.ledger_entry WHERE payment = ?")
                .param(payment.value())
                .query((row, n) -> new EntryId(row.getObject("id", UUID.class)))
                .single();
        return as(() -> queue.accept(List.of(entry)));
    }

    @Test
    void reversedChequeReopensInvoicesSettledByItsAdvance() {
        InvoiceId dues = owed("500");
        InvoiceId more = owed("150");
        PaymentId cheque = paid(union, "700", part(dues, "500"));
        as(() -> advances.settle(union, DAY.plusDays(40), cad("150"), more));
        back(cheque);
        assertThat(balance(dues)).isEqualTo(cad("500"));
        assertThat(balance(more)).isEqualTo(cad("150"));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("0"));
    }

    @Test
    void reversalKeepsSettlementsOfOtherPayers() {
        OrganisationId other = another();
        InvoiceId dues = owed("100");
        paid(union, "50", part(dues, "50"));
        PaymentId theirs = as(() -> receiving.receive(cheque(other, "50"), List.of(part(dues, "50"))));
        as(() -> invoicing.credit(dues, cad("60"), "Effectif révisé", null));
        Money before = as(() -> advances.findBalance(other, CAD)).plus(as(() -> advances.findBalance(union, CAD)));
        assertThat(before).isEqualTo(cad("60"));
        back(theirs);
        assertThat(as(() -> advances.findBalance(other, CAD))).isEqualTo(cad("0"));
        assertThat(as(() -> advances.findBalance(union, CAD)).minus(balance(dues)))
                .as("the union paid 50 and owes 40")
                .isEqualTo(cad("10"));
    }

    @Test
    void refusesCorrectionOfUsedAdvance() {
        InvoiceId dues = owed("500");
        InvoiceId more = owed("150");
        PaymentId cheque = paid(union, "700", part(dues, "500"));
        as(() -> advances.settle(union, DAY.plusDays(40), cad("150"), more));
        refuses(
                "ledger.refused.rests",
                () -> run(() -> receiving.correct(cheque, 1, cheque(union, "600"), List.of(part(dues, "500")))));
        refuses(
                "ledger.refused.rests",
                () -> run(() -> receiving.correct(cheque, 1, cheque(another(), "700"), List.of(part(dues, "500")))));
        run(() -> receiving.correct(cheque, 1, cheque(union, "650"), List.of(part(dues, "500"))));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("0"));
    }

    @Test
    void refusesCorrectionOfReleasedPayment() {
        InvoiceId dues = owed("100");
        PaymentId cheque = paid(union, "100", part(dues, "100"));
        as(() -> invoicing.credit(dues, cad("50"), "Effectif révisé", null));
        refuses("ledger.refused.rests", () -> run(() -> receiving.correct(cheque, 1, cheque(union, "100"), List.of())));
    }

    /** A payment of zero that settles an invoice by an advance: all other sums are right. */
    @Test
    void databaseRejectsNegativeAdvance() {
        InvoiceId dues = owed("100");
        paid(union, "99.99");
        AccountId advance = as(() -> accounts.findFirst(AccountPurpose.ADVANCE));
        assertThatThrownBy(() -> db.sql("""
                        WITH moved AS (
                            INSERT INTO resources.ledger_payment (id, organisation, method, received_on, currency, amount)
                            VALUES (gen_random_uuid(), :union, 'INTERNAL', CURRENT_DATE, 'CAD', 0) RETURNING id)
                        INSERT INTO resources.ledger_allocation (payment, position, invoice, account, amount)
                        SELECT id, 1, :invoice, NULL, 100 FROM moved
                        UNION ALL SELECT id, 2, NULL, :advance, -100 FROM moved
                        """)
                        .param("union", union.value())
                        .param("invoice", dues.value())
                        .param("advance", advance.value())
                        .update())
                .hasMessageContaining("ledger_advance_is_not_negative");
    }

    @Test
    void refusesCorrectionInClosingBatch() {
        PaymentId cheque = paid(union, "100");
        BatchId batch = accepted(cheque);
        var end = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> batches.close(batch),
                () -> receiving.correct(cheque, 1, cheque(union, "90"), List.of()));
        assertThat(end.thrown())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.closed"));
        refuses("ledger.refused.closed", () -> run(() -> receiving.correct(cheque, 7, cheque(union, "90"), List.of())));
        assertThatThrownBy(() -> run(() -> receiving.correct(paid(union, "100"), 7, cheque(union, "90"), List.of())))
                .isInstanceOf(EditConflict.class);
    }

    @Test
    void closedBatchKeepsItsBankAfterNewBank() {
        PaymentId cheque = paid(union, "100");
        BatchId batch = accepted(cheque);
        run(() -> batches.close(batch));
        List<JournalQueries.JournalLine> before = as(() -> journal.findLines(batch));
        AccountId added = as(() -> accounts.addBank("0001", "Caisse d’épargne " + union.value()));
        assertThat(as(() -> journal.findLines(batch))).isEqualTo(before);
        BatchId next = accepted(paid(union, "40"));
        refuses("ledger.refused.which-bank", () -> run(() -> batches.close(next)));
        back(cheque);
        assertThat(db.sql("SELECT bank FROM resources.ledger_payment WHERE reverses = ?")
                        .param(cheque.value())
                        .query(UUID.class)
                        .single())
                .isNotEqualTo(added.value());
        // Other tests share the database and expect one bank.
        db.sql("DELETE FROM resources.ledger_account WHERE id = ?")
                .param(added.value())
                .update();
        run(() -> batches.close(next));
    }
}
