package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What a call comes to, at the cost of what is still to be asked. */
@Import(DuesYear.Time.class)
class CallTotalTest extends DuesYear {

    @Test
    void ofWhoWasAskedTheInvoiceAloneIsRead() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        CallLines.Total before = as(() -> lines.total(calls.one(call)));
        as(() -> {
            declare(silent, 400);
            return true;
        });
        run(call);
        CallKeeping.Kept issued = as(() -> calls.one(call));
        var total = new AtomicReference<CallLines.Total>();
        int asked = Statements.count(() -> total.set(as(() -> lines.total(issued))));
        assertThat(asked).as("the members, their shares, their invoices").isLessThanOrEqualTo(4);
        CallLines.Total after = Objects.requireNonNull(total.get());
        assertThat(after.members()).isEqualTo(before.members());
        assertThat(after.issued()).isEqualTo(3);
        assertThat(after.askable()).isZero();
        assertThat(after.asked())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1275.00");
    }
}
