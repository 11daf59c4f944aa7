package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.membership.MembershipId;
import org.convergence.testing.ConcurrentActions;
import org.junit.jupiter.api.Test;

/** A call: previewed, issued once, sent by mail or post; and an appeal besides. */
class DuesCallTest extends DuesYearFixture {

    @Test
    void invoicesEachMemberOnceByMailOrPost() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        CallTotal before = as(() -> lines.computeTotal(calls.findById(call)));
        assertThat(before.members()).isEqualTo(3);
        assertThat(before.askable()).isEqualTo(2);
        assertThat(before.sums())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1075.00");
        assertThat(before.lackingMany()).isEqualTo(1);
        assertThat(before.byPost()).isEqualTo(1);
        issueAndSend(call);
        assertThat(letters()).containsExactly("facturation@baie.example dues_invoice");
        CallLine asked = line(call, "Syndicat de la Baie");
        var invoice = Objects.requireNonNull(asked.invoice());
        InvoiceDetailsQueries.InvoiceDetails whole = as(() -> file.findById(invoice.id()));
        assertThat(whole.lines())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("2\u00a0000 × 0,50\u00a0$", "effectif", "déclaré"));
        assertThat(whole.note()).isEqualTo("À l’ordre du Centre.");
        // A member that declares late is invoiced later; the others are not invoiced again.
        as(() -> {
            declare(silent, 400);
            return true;
        });
        issueAndSend(call);
        CallTotal after = as(() -> lines.computeTotal(calls.findById(call)));
        assertThat(after.issued()).isEqualTo(3);
        assertThat(after.asked())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1275.00");
        assertThatThrownBy(() -> as(() -> launching.start(call, null))).isInstanceOf(Refused.class);
        assertThat(letters()).hasSize(1);
        assertThatThrownBy(() -> as(() -> {
                    calls.correct(call, calls.findById(call).version(), facts(CallKind.APPEAL, "5", null));
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void appealHasItsOwnAmount() {
        CallId half = as(() -> calls.prepare(facts(CallKind.APPEAL, null, "50")));
        assertThat(as(() -> lines.computeTotal(calls.findById(half)).sums()))
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("537.50");
        as(() -> {
            calls.delete(half);
            return true;
        });
        assertThatThrownBy(() -> as(() -> calls.findById(half))).isInstanceOf(NotFound.class);
        CallId same = as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null)));
        MembershipId left = line(same, "Syndicat muet").share().member().id();
        as(() -> {
            calls.excludeMember(same, left, "fusionne");
            return true;
        });
        assertThat(as(() -> lines.computeTotal(calls.findById(same)).sums()))
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("200.00");
    }

    @Test
    void concurrentRunsInvoiceEachMemberOnce() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        List<ConcurrentActions.ActionResult> ends = atOnce.runTogether(
                visitors.actor(Role.COORDINATOR),
                List.of(
                        () -> launching.enterSentInvoices(call, settings.today(), null),
                        () -> launching.enterSentInvoices(call, settings.today(), null),
                        () -> launching.enterSentInvoices(call, settings.today(), null)));
        assertThat(ends).allMatch(ConcurrentActions.ActionResult::went);
        assertThat(ends.stream()
                        .mapToInt(end -> (int) Objects.requireNonNull(end.answer()))
                        .sum())
                .isEqualTo(2);
        assertThat(as(() -> lines.computeTotal(calls.findById(call))).issued()).isEqualTo(2);
        assertThat(letters()).isEmpty();
    }
}
