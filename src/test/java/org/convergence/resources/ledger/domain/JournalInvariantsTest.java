package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.CAD;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After operations in any order, the debits of each entry equal its credits, and their sum is what is owed. */
@ModuleTest
class JournalInvariantsTest {

    private static final int ACTS = 150;

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
    private JournalQueries journal;

    @Test
    void entriesBalanceAfterRandomOperations() throws Exception {
        visitors.ensureOrganisation();
        Random random = new Random(50);
        OrganisationId union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        List<InvoiceId> asked = new ArrayList<>();
        List<PaymentId> paid = new ArrayList<>();
        int done = 0;
        for (int act = 0; act < ACTS; act++) {
            try {
                as(() -> act(random, union, asked, paid));
                done++;
            } catch (Refused no) {
                // An operation refused by a rule leaves nothing behind.
            }
        }
        assertThat(done).isGreaterThan(ACTS / 3);
        BatchId batch = as(() -> queue.accept(queue.waiting(100_000).stream()
                .map(AccountantQueueService.QueueEntry::id)
                .toList()));
        Map<UUID, BigDecimal> sums = new HashMap<>();
        for (JournalQueries.JournalLine line : as(() -> journal.findLines(batch))) {
            sums.merge(line.entry(), line.amount(), BigDecimal::add);
            assertThat((line.debit() == null) != (line.credit() == null)).isTrue();
        }
        assertThat(sums)
                .hasSizeGreaterThan(ACTS / 4)
                .allSatisfy((entry, sum) -> assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO));
        as(() -> {
            batches.close(batch);
            return true;
        });
    }

    private boolean act(Random random, OrganisationId union, List<InvoiceId> asked, List<PaymentId> paid) {
        BigDecimal amount = BigDecimal.valueOf(1L + random.nextInt(60_000), 2);
        InvoiceId one = asked.isEmpty() ? null : asked.get(random.nextInt(asked.size()));
        int what = one == null ? 0 : random.nextInt(7);
        switch (what) {
            case 0, 1 -> asked.add(invoicing.issue(invoice(union, amount.toPlainString(), DAY.plusDays(30), null)));
            case 2, 3 -> {
                List<PaymentPart> parts = new ArrayList<>();
                if (one != null && random.nextBoolean()) {
                    parts.add(
                            PaymentPart.of(one, amount.divide(BigDecimal.valueOf(2), 2, java.math.RoundingMode.DOWN)));
                } else {
                    parts.add(PaymentPart.of(AccountPurpose.GIFT, amount));
                }
                parts.removeIf(it -> it.amount().signum() == 0);
                paid.add(receiving.receive(cheque(union, amount.toPlainString()), parts));
            }
            case 4 -> {
                Money less = Money.of(CAD, amount);
                if (one != null && random.nextBoolean()) {
                    invoicing.credit(one, less, "Révisé", null);
                } else if (one != null) {
                    invoicing.writeOff(
                            one, file.findById(one).version(), less, "Radié", new Decision("CA", DAY, null, null));
                }
            }
            case 5 -> {
                if (!paid.isEmpty()) {
                    receiving.reverse(paid.get(random.nextInt(paid.size())), DAY.plusDays(60), "Sans provision");
                }
            }
            default -> {
                if (one != null) {
                    advances.settle(union, DAY.plusDays(50), Money.of(CAD, amount), one);
                }
            }
        }
        return true;
    }

    private <T> T as(Callable<T> work) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
    }
}
