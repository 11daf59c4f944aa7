package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.testing.StatementCounter;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The totals of a call, at the cost of the members not invoiced yet. */
class CallTotalTest extends DuesYearFixture {

    @Test
    void totalsInvoicedMembersFromInvoices() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        CallTotal before = as(() -> lines.computeTotal(calls.findById(call)));
        as(() -> {
            declare(silent, 400);
            return true;
        });
        issueAndSend(call);
        DuesCallService.StoredCall issued = as(() -> calls.findById(call));
        var total = new AtomicReference<CallTotal>();
        int asked = StatementCounter.count(() -> total.set(as(() -> lines.computeTotal(issued))));
        assertThat(asked).as("the members, their shares, their invoices").isLessThanOrEqualTo(4);
        CallTotal after = Objects.requireNonNull(total.get());
        assertThat(after.members()).isEqualTo(before.members());
        assertThat(after.issued()).isEqualTo(3);
        assertThat(after.askable()).isZero();
        assertThat(after.asked())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1275.00");
    }

    @Test
    void totalsRevisionInvoices() {
        CallId call = issued();
        as(() -> {
            declare(small, 300);
            return revisions.settle(call, revisions.findByCall(call).get(0).membership(), false);
        });
        assertThat(as(() -> lines.computeTotal(calls.findById(call))).owed()).containsExactly(Money.of(CAD, 1_150));
        CallLineQueries.CallLine line = line(call, "Syndicat du Lac");
        assertThat(line.asked()).isEqualTo(Money.of(CAD, 150));
        InvoiceQueries.InvoiceSummary first = Objects.requireNonNull(line.invoice());
        as(() -> receiving.receive(
                new PaymentFacts(
                        small, null, PaymentMethod.TRANSFER, settings.today(), null, first.total(), null, null, null),
                List.of(PaymentPart.of(first.id(), first.total().getAmount()))));
        assertThat(line(call, "Syndicat du Lac").balance())
                .as("only the first is paid")
                .isEqualTo(Money.of(CAD, 75));
    }

    @Test
    void countsInvoicedFormerMembers() {
        CallId call = issued();
        as(() -> {
            var it = admission.findByMember(big).get(0);
            admission.end(it.id(), it.version(), new MembershipEnding(reference.minusDays(1), "désaffiliation", null));
            return true;
        });
        CallTotal total = as(() -> lines.computeTotal(calls.findById(call)));
        assertThat(total.issued()).isEqualTo(2);
        assertThat(total.gone()).isOne();
        assertThat(total.owed()).containsExactly(Money.of(CAD, 1_075));
    }

    private CallId issued() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        return call;
    }
}
