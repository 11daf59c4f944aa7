package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.testing.ConcurrentActions;
import org.junit.jupiter.api.Test;

/** A call corrected during its issue: invoices follow its content at the moment of the issue. */
class CallLockingTest extends DuesYearFixture {

    @Test
    void issuesWithDueDayCorrectedMeanwhile() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        LocalDate later = settings.today().plusDays(60);
        ConcurrentActions.ActionResult issued = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> calls.correct(call, calls.findById(call).version(), due(later)),
                () -> launching.enterSentInvoices(call, settings.today(), null));
        assertThat(issued.answer()).isEqualTo(true);
        assertThat(Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice())
                        .dueOn())
                .isEqualTo(later);
    }

    @Test
    void doesNotInvoiceMemberExcludedMeanwhile() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        MembershipId left = line(call, "Syndicat de la Baie").share().member().id();
        ConcurrentActions.ActionResult issued = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> calls.excludeMember(call, left, "fusionne"),
                () -> launching.enterSentInvoices(call, settings.today(), null));
        assertThat(issued.went()).isTrue();
        assertThat(line(call, "Syndicat de la Baie").excluded()).isEqualTo("fusionne");
        assertThat(as(() -> lines.computeTotal(calls.findById(call))).issued()).isEqualTo(1);
    }

    @Test
    void refusesToDeleteCallIssuedMeanwhile() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        ConcurrentActions.ActionResult dropped = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> launching.enterSentInvoices(call, settings.today(), null),
                () -> calls.delete(call));
        assertThat(dropped.thrown()).isInstanceOf(Refused.class);
    }

    private CallFacts due(LocalDate day) {
        CallFacts it = facts(CallKind.ANNUAL, null, null);
        return new CallFacts(
                it.kind(),
                it.name(),
                it.reference(),
                day,
                null,
                null,
                null,
                null,
                null,
                it.note(),
                null,
                null,
                it.reminders(),
                it.reminding());
    }
}
