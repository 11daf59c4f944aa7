package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.CAD;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.list.ListRequest;
import org.convergence.resources.ledger.domain.AdvanceService;
import org.convergence.resources.ledger.domain.AllocationPolicy;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After operations in any order, parts sum to their payment, no balance is negative, no number is missing. */
@ModuleTest
class LedgerInvariantsTest {

    private static final int ACTS = 250;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private InvoiceDetailsQueries file;

    @Autowired
    private InvoiceQueries invoices;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private AdvanceService advances;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    @ParameterizedTest
    @ValueSource(longs = {1975, 7, 20_261_127})
    void randomOperationsKeepSumsAndNumbers(long seed) throws Exception {
        visitors.ensureOrganisation();
        Random random = new Random(seed);
        OrganisationId union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        List<PaymentId> paid = new ArrayList<>();
        int refused = 0;
        for (int act = 0; act < ACTS; act++) {
            try {
                as(() -> act(random, union, paid));
            } catch (Refused no) {
                refused++;
            }
            requireSound(union);
        }
        requireOpenAreOpen(union);
        assertThat(refused).isBetween(1, ACTS / 2);
    }

    private boolean act(Random random, OrganisationId union, List<PaymentId> paid) {
        List<InvoiceQueries.InvoiceSummary> open = invoices.findOpenByPayer(union, DAY.plusYears(2), 50);
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(60_000), 2);
        switch (random.nextInt(8)) {
            case 0, 1 -> invoicing.issue(invoice(union, amount.toPlainString(), DAY.plusDays(30), null));
            case 2, 3 ->
                paid.add(receiving.receive(
                        cheque(union, amount.toPlainString()),
                        AllocationPolicy.propose(
                                amount,
                                open.stream()
                                        .map(it -> new AllocationPolicy.OpenInvoice(
                                                it.id(),
                                                it.number(),
                                                it.balance().getAmount()))
                                        .toList())));
            case 4 -> {
                if (!open.isEmpty()) {
                    InvoiceQueries.InvoiceSummary one = open.get(random.nextInt(open.size()));
                    if (random.nextBoolean()) {
                        invoicing.credit(one.id(), Money.of(CAD, amount), "Révisé", null);
                    } else {
                        invoicing.writeOff(
                                one.id(),
                                file.findById(one.id()).version(),
                                Money.of(CAD, amount),
                                "Radié",
                                new Decision("CA", DAY, null, null));
                    }
                }
            }
            case 5 -> {
                if (!paid.isEmpty()) {
                    receiving.reverse(paid.get(random.nextInt(paid.size())), DAY.plusDays(60), "Sans provision");
                }
            }
            case 6 -> {
                if (!paid.isEmpty()) {
                    PaymentId one = paid.get(random.nextInt(paid.size()));
                    receiving.correct(
                            one,
                            payments.findById(one).version(),
                            cheque(union, amount.toPlainString()),
                            open.isEmpty() || random.nextBoolean()
                                    ? List.of()
                                    : List.of(PaymentPart.of(open.get(0).id(), BigDecimal.ONE)));
                }
            }
            default -> {
                if (!open.isEmpty()) {
                    advances.settle(
                            union,
                            DAY.plusDays(50),
                            Money.of(CAD, amount),
                            open.get(0).id());
                }
            }
        }
        return true;
    }

    /** The list of open invoices agrees with the balances on any day. */
    private void requireOpenAreOpen(OrganisationId union) throws Exception {
        for (int days : new int[] {0, 19, 20, 49, 50, 60, 400}) {
            LocalDate on = DAY.plusDays(days);
            assertThat(some(union, on, InvoiceQueries.InvoiceSelection.OPEN))
                    .as("%s days later", days)
                    .isEqualTo(some(union, on, InvoiceQueries.InvoiceSelection.ALL).stream()
                            .filter(it -> it.balance().isPositive())
                            .toList());
        }
    }

    private List<InvoiceQueries.InvoiceSummary> some(
            OrganisationId union, LocalDate on, InvoiceQueries.InvoiceSelection which) throws Exception {
        var filter = InvoiceQueries.InvoiceFilter.ofParty(union, which, on);
        return as(() -> invoices.findSlice(ListRequest.first(filter, 1_000)).rows());
    }

    private void requireSound(OrganisationId union) throws Exception {
        assertThat(db.sql("""
                        SELECT count(*) FROM resources.ledger_payment p WHERE amount <>
                            (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE payment = p.id)
                        """).query(Integer.class).single()).isZero();
        assertThat(db.sql("""
                        SELECT count(*) FROM resources.ledger_invoice i WHERE
                            (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE invoice = i.id) < 0
                            OR total < (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE invoice = i.id)
                                     + (SELECT coalesce(sum(amount), 0) FROM resources.ledger_reduction WHERE invoice = i.id)
                        """).query(Integer.class).single()).isZero();
        assertThat(db.sql("""
                        SELECT count(*) FROM (
                            SELECT series FROM (SELECT series, sequence FROM resources.ledger_invoice
                                                UNION ALL SELECT series, sequence FROM resources.ledger_reduction) n
                            GROUP BY series HAVING max(sequence) <> count(*) OR min(sequence) <> 1) gaps
                        """).query(Integer.class).single()).isZero();
        assertThat(as(() -> advances.findBalance(union, CAD))).isGreaterThanOrEqualTo(cad("0"));
    }

    @Test
    void concurrentPaymentsSettleInvoiceOnce() throws Exception {
        visitors.ensureOrganisation();
        OrganisationId union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        InvoiceId dues = as(() -> invoicing.issue(invoice(union, "100", DAY.plusDays(30), null)));
        List<Callable<?>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> receiving.receive(cheque(union, "60"), List.of(PaymentPart.of(dues, new BigDecimal("60")))));
        }
        List<ConcurrentActions.ActionResult> ends = atOnce.runTogether(visitors.actor(Role.COORDINATOR), many);
        assertThat(ends.stream().filter(ConcurrentActions.ActionResult::went)).hasSize(1);
        assertThat(ends.stream().map(ConcurrentActions.ActionResult::thrown).filter(Objects::nonNull))
                .hasOnlyElementsOfType(Refused.class)
                .hasSize(7);
        requireSound(union);
    }

    private <T> T as(Callable<T> work) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
    }
}
