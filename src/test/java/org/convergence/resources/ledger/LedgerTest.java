package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.CAD;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.AdvanceService;
import org.convergence.resources.ledger.domain.BatchService;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.JournalQueries;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices, their settlements, and the accountant's batches. */
@ModuleTest
class LedgerTest {

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
    private PaymentQueries payments;

    @Autowired
    private AccountantQueueService queue;

    @Autowired
    private BatchService batches;

    @Autowired
    private JournalQueries journal;

    @Autowired
    private JdbcClient db;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void createUnion() {
        visitors.ensureOrganisation();
        as(() -> union = people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private InvoiceId owed(String amount) {
        return as(() -> invoicing.issue(invoice(union, amount, DAY.plusDays(30), null)));
    }

    private Money balance(InvoiceId id) {
        return as(() -> file.findById(id).balance());
    }

    @Test
    void chequeSettlesSeveralInvoicesAndRestIsAdvance() {
        InvoiceId dues = owed("500");
        InvoiceId more = owed("120.50");
        PaymentId cheque = as(() -> receiving.receive(
                cheque(union, "700"),
                List.of(
                        PaymentPart.of(dues, new BigDecimal("500")),
                        PaymentPart.of(more, new BigDecimal("100")),
                        PaymentPart.of(AccountPurpose.GIFT, new BigDecimal("50")))));
        assertThat(balance(dues)).isEqualTo(cad("0"));
        assertThat(balance(more)).isEqualTo(cad("20.50"));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("50"));
        assertThat(as(() -> payments.findAllocations(cheque)))
                .extracting(it -> it.amount().getAmount().toPlainString())
                .containsExactly("500.00", "100.00", "50.00", "50.00");
        as(() -> advances.settle(union, DAY.plusDays(40), cad("20.50"), more));
        assertThat(balance(more)).isEqualTo(cad("0"));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("29.50"));
        assertThatThrownBy(() -> as(() -> advances.settle(union, DAY, cad("30"), owed("30"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void settlesNoMoreThanBalance() {
        InvoiceId dues = owed("100");
        assertThatThrownBy(() -> as(() -> receiving.receive(
                        cheque(union, "150"), List.of(PaymentPart.of(dues, new BigDecimal("100.01"))))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(() ->
                        receiving.receive(cheque(union, "50"), List.of(PaymentPart.of(dues, new BigDecimal("60"))))))
                .isInstanceOf(Refused.class);
        PaymentFacts dollars = new PaymentFacts(
                union,
                null,
                PaymentMethod.TRANSFER,
                DAY,
                null,
                Money.of(CurrencyUnit.USD, new BigDecimal("100")),
                null,
                null,
                null);
        assertThatThrownBy(() ->
                        as(() -> receiving.receive(dollars, List.of(PaymentPart.of(dues, new BigDecimal("100"))))))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.other-currency"));
        assertThat(balance(dues)).isEqualTo(cad("100"));
    }

    @Test
    void creditOfPaidInvoiceLeavesAdvance() {
        InvoiceId dues = owed("500");
        as(() -> receiving.receive(cheque(union, "450"), List.of(PaymentPart.of(dues, new BigDecimal("450")))));
        as(() -> invoicing.credit(dues, cad("80"), "Effectif révisé", "test/" + dues.value()));
        assertThat(balance(dues)).isEqualTo(cad("0"));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("30"));
        assertThat(as(() -> invoicing.credit(dues, cad("80"), "Effectif révisé", "test/" + dues.value())))
                .isEmpty();
        assertThatThrownBy(() -> as(() -> invoicing.credit(dues, cad("420.01"), "Trop", null)))
                .isInstanceOf(Refused.class);
        Decision board = new Decision("CA", DAY, "CA-2026-01-04", null);
        assertThatThrownBy(() -> as(() -> invoicing.writeOff(dues, 2, cad("1"), "Rien à radier", board)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void reversedChequeIsOwedAgain() {
        InvoiceId dues = owed("500");
        PaymentId cheque =
                as(() -> receiving.receive(cheque(union, "500"), List.of(PaymentPart.of(dues, new BigDecimal("500")))));
        as(() -> invoicing.credit(dues, cad("100"), "Effectif révisé", null));
        as(() -> receiving.reverse(cheque, DAY.plusDays(25), "Sans provision"));
        assertThat(balance(dues)).isEqualTo(cad("400"));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("0"));
        assertThatThrownBy(() -> as(() -> receiving.reverse(cheque, DAY, "Encore")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void issuedInvoiceNeverChanges() {
        InvoiceId dues = owed("500");
        assertThatThrownBy(() -> db.sql("UPDATE resources.ledger_invoice SET total = 1 WHERE id = ?")
                        .param(dues.value())
                        .update())
                .hasMessageContaining("credited, never changed");
        assertThatThrownBy(() -> db.sql("DELETE FROM resources.ledger_invoice_line WHERE invoice = ?")
                        .param(dues.value())
                        .update())
                .hasMessageContaining("credited, never changed");
        InvoiceFacts again = invoice(union, "500", DAY, "test/once/" + union.value());
        assertThat(as(() -> invoicing.issue(again))).isEqualTo(as(() -> invoicing.issue(again)));
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(90);
        as(() -> {
            invoicing.delay(dues, 1, until, new Decision("CE", DAY, null, null));
            return true;
        });
        assertThat(as(() -> file.findById(dues)).expectedOn()).isEqualTo(until);
    }

    @Test
    void closedBatchStaysClosedAndBalanced() {
        InvoiceId dues = owed("500");
        PaymentId cheque =
                as(() -> receiving.receive(cheque(union, "620"), List.of(PaymentPart.of(dues, new BigDecimal("500")))));
        as(() -> invoicing.writeOff(owed("75"), 1, cad("75"), "Dissous", new Decision("CA", DAY, null, null)));
        List<AccountantQueueService.QueueEntry> mine = as(() -> queue.waiting(10_000)).stream()
                .filter(it -> it.party().equals(name()))
                .toList();
        assertThat(mine).hasSize(4);
        as(() -> {
            queue.returnWithQuestion(mine.get(0).id(), mine.get(0).version(), "Quel exercice?");
            return true;
        });
        BatchId batch = as(() -> queue.accept(
                mine.stream().map(AccountantQueueService.QueueEntry::id).toList()));
        as(() -> {
            batches.close(batch);
            return true;
        });
        List<JournalQueries.JournalLine> lines = as(() -> journal.findLines(batch));
        assertThat(sum(lines.stream().map(JournalQueries.JournalLine::debit).toList()))
                .isEqualByComparingTo(sum(
                        lines.stream().map(JournalQueries.JournalLine::credit).toList()))
                .isGreaterThanOrEqualTo(new BigDecimal("1270"));
        assertThat(lines)
                .extracting(JournalQueries.JournalLine::account)
                .contains("1010", "1100", "2410", "4100", "5900");
        assertThatThrownBy(() -> as(() -> {
                    receiving.correct(cheque, 1, cheque(union, "600"), List.of());
                    return true;
                }))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> db.sql("UPDATE resources.ledger_payment SET amount = 1 WHERE id = ?")
                        .param(cheque.value())
                        .update())
                .hasMessageContaining("ledger_batch_is_closed");
        assertThatThrownBy(() -> db.sql(
                                "UPDATE resources.ledger_batch SET closed_at = NULL, closed_by = NULL WHERE id = ?")
                        .param(batch.value())
                        .update())
                .hasMessageContaining("ledger_batch_is_closed");
        assertThatThrownBy(() -> as(() -> {
                    queue.reopen(mine.get(0).id());
                    return true;
                }))
                .isInstanceOf(Refused.class);
        as(() -> receiving.reverse(cheque, DAY.plusDays(60), "Sans provision"));
        assertThat(balance(dues)).isEqualTo(cad("500"));
    }

    private String name() {
        return String.valueOf(
                as(() -> people.organisationNames(List.of(union)).get(union)).name());
    }

    private static BigDecimal sum(List<? extends @org.jspecify.annotations.Nullable BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }
}
