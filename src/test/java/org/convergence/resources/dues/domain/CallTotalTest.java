package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.membership.domain.Ending;
import org.convergence.testing.Statements;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** The totals of a call, at the cost of the members not invoiced yet. */
@Import(DuesYear.Time.class)
class CallTotalTest extends DuesYear {

    @Test
    void ofWhoWasAskedTheInvoiceAloneIsRead() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        CallTotal before = as(() -> lines.total(calls.one(call)));
        as(() -> {
            declare(silent, 400);
            return true;
        });
        run(call);
        CallKeeping.Kept issued = as(() -> calls.one(call));
        var total = new AtomicReference<CallTotal>();
        int asked = Statements.count(() -> total.set(as(() -> lines.total(issued))));
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
    void whatWasAskedBesidesSinceIsOwedToo() {
        CallId call = issued();
        as(() -> {
            declare(small, 300);
            return revisions.settle(call, revisions.of(call).get(0).membership(), false);
        });
        assertThat(as(() -> lines.total(calls.one(call))).owed()).containsExactly(Money.of(CAD, 1_150));
        CallLines.CallLine line = line(call, "Syndicat du Lac");
        assertThat(line.asked()).isEqualTo(Money.of(CAD, 150));
        Invoices.Line first = Objects.requireNonNull(line.invoice());
        as(() -> receiving.receive(
                new PaymentFacts(
                        small, null, PaymentMethod.TRANSFER, settings.today(), null, first.total(), null, null, null),
                List.of(Part.of(first.id(), first.total().getAmount()))));
        assertThat(line(call, "Syndicat du Lac").balance())
                .as("the first is paid, the other is not")
                .isEqualTo(Money.of(CAD, 75));
    }

    @Test
    void whoIsAMemberOnThatDayNoMoreIsStillCounted() {
        CallId call = issued();
        as(() -> {
            var it = admission.of(big).get(0);
            admission.end(it.id(), it.version(), new Ending(reference.minusDays(1), "désaffiliation", null));
            return true;
        });
        CallTotal total = as(() -> lines.total(calls.one(call)));
        assertThat(total.issued()).isEqualTo(2);
        assertThat(total.gone()).isOne();
        assertThat(total.owed()).containsExactly(Money.of(CAD, 1_075));
    }

    private CallId issued() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        run(call);
        return call;
    }
}
