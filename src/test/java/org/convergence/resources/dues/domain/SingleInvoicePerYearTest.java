package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ConcurrentActions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No member pays the dues of one year twice, whatever the number of calls. */
class SingleInvoicePerYearTest extends DuesYearFixture {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void skipsMembersInvoicedForOverlappingPeriod() {
        issueAndSend(annual(JULY));
        CallId again = annual(JULY.plusMonths(11));
        assertThat(line(again, "Syndicat de la Baie").notAsked()).isEqualTo(NotInvoicedReason.ASKED_BEFORE);
        assertThat(line(again, "Syndicat de la Baie").isEnterable()).isFalse();
        CallTotal total = as(() -> lines.computeTotal(calls.findById(again)));
        assertThat(total.askable()).isZero();
        assertThat(total.askedBefore()).isEqualTo(2);
        assertThatThrownBy(() -> issueAndSend(again))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("dues.refused.nobody"));
        assertThat(as(() -> launching.enterSentInvoices(again, settings.today(), null)))
                .isZero();
    }

    @Test
    void rejectsSecondCallOfOneKindNameAndPeriod() {
        CallFacts dues = facts(JULY, reference);
        CallId first = as(() -> calls.prepare(dues));
        assertThatThrownBy(() -> as(() -> calls.prepare(dues)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("dues.refused.same-call"));
        CallFacts appeal = facts(CallKind.APPEAL, "20", null);
        issueAndSend(as(() -> calls.prepare(appeal)));
        assertThatThrownBy(() -> as(() -> calls.prepare(appeal))).isInstanceOf(Refused.class);
        CallFacts other = facts(JULY, reference);
        CallId second = as(() -> calls.prepare(other));
        assertThatThrownBy(() -> as(() -> {
                    calls.correct(second, 1, dues);
                    return true;
                }))
                .isInstanceOf(Refused.class);
        as(() -> {
            calls.delete(first);
            return true;
        });
        assertThat(as(() -> calls.prepare(dues))).isNotNull();
    }

    @Test
    void preparesOneOfTwoEqualCallsSentAtOnce() {
        CallFacts appeal = new CallFacts(
                CallKind.APPEAL,
                "Appel " + UUID.randomUUID(),
                reference,
                settings.today().plusDays(30),
                null,
                null,
                BigDecimal.TEN,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
        List<ConcurrentActions.ActionResult> ends = atOnce.runTogether(
                visitors.actor(Role.COORDINATOR),
                List.of(() -> calls.prepare(appeal), () -> calls.prepare(appeal), () -> calls.prepare(appeal)));
        assertThat(ends.stream().filter(ConcurrentActions.ActionResult::went)).hasSize(1);
    }

    @Test
    void invoicesMembersWithoutInvoice() {
        issueAndSend(annual(JULY));
        CallId again = annual(JULY);
        as(() -> {
            declare(silent, 40);
            return true;
        });
        issueAndSend(again);
        assertThat(as(() -> lines.computeTotal(calls.findById(again))).issued()).isOne();
        assertThat(line(again, "Syndicat muet").invoice()).isNotNull();
    }

    @Test
    void nextYearAndAppealInvoiceAll() {
        issueAndSend(annual(JULY));
        assertThat(as(() -> lines.computeTotal(calls.findById(annual(JULY.plusYears(1)))))
                        .askable())
                .isEqualTo(2);
        CallId appeal = as(() -> calls.prepare(facts(CallKind.APPEAL, "20", null)));
        assertThat(as(() -> lines.computeTotal(calls.findById(appeal))).askedBefore())
                .isZero();
    }

    @Test
    void callsWithoutPeriodCompareReferenceDates() {
        issueAndSend(annual(null));
        assertThat(as(() -> lines.computeTotal(calls.findById(annual(null)))).askable())
                .isZero();
        CallFacts other = facts(null, reference.plusDays(1));
        assertThat(as(() -> lines.computeTotal(calls.findById(calls.prepare(other))))
                        .askable())
                .isEqualTo(2);
    }

    @Test
    void invoicesAgainAfterFullCreditButNotWriteOff() {
        CallId first = annual(JULY);
        issueAndSend(first);
        InvoiceQueries.InvoiceSummary credited = invoice(first, "Syndicat de la Baie");
        InvoiceQueries.InvoiceSummary forgiven = invoice(first, "Syndicat du Lac");
        as(() -> invoicing.credit(credited.id(), credited.total(), "émise par erreur", null));
        as(() -> invoicing.writeOff(
                forgiven.id(),
                1,
                forgiven.total(),
                "remise",
                new Decision("CA", LocalDate.of(2026, 9, 1), null, null)));
        CallId again = annual(JULY);
        assertThat(line(again, "Syndicat de la Baie").isAskable()).isTrue();
        assertThat(line(again, "Syndicat du Lac").notAsked()).isEqualTo(NotInvoicedReason.ASKED_BEFORE);
    }

    @Test
    void invoicesRejoinedOrRecategorisedMemberOnce() {
        CallId call = annual(JULY);
        issueAndSend(call);
        leaves(big, reference.minusDays(10));
        as(() -> admission.admit(new MembershipFacts(big, unions, reference.minusDays(9), null)));
        assertThat(line(call, "Syndicat de la Baie").notAsked()).isEqualTo(NotInvoicedReason.ASKED_BEFORE);
        assertThat(line(annual(JULY), "Syndicat de la Baie").notAsked()).isEqualTo(NotInvoicedReason.ASKED_BEFORE);
    }

    @Test
    void skipsMembersLeavingBeforePeriod() {
        leaves(big, reference);
        CallId call = annual(reference.plusDays(1));
        assertThat(line(call, "Syndicat de la Baie").notAsked()).isEqualTo(NotInvoicedReason.LEAVES);
        assertThat(as(() -> lines.computeTotal(calls.findById(call))).leaving()).isOne();
        assertThat(as(() -> launching.enterSentInvoices(call, settings.today(), null)))
                .isOne();
        CallId begun = annual(reference);
        assertThat(line(begun, "Syndicat de la Baie").isAskable())
                .as("left within the period")
                .isTrue();
    }

    private void leaves(OrganisationId who, LocalDate last) {
        as(() -> {
            var it = admission.findByMember(who).get(0);
            admission.end(it.id(), it.version(), new MembershipEnding(last, "désaffiliation", null));
            return true;
        });
    }

    @Test
    void concurrentCallsOfOneYearInvoiceOnce() {
        CallId one = annual(JULY);
        CallId other = annual(JULY);
        ConcurrentActions.ActionResult issued = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> launching.enterSentInvoices(one, settings.today(), null),
                () -> launching.enterSentInvoices(other, settings.today(), null));
        assertThat(issued.went()).isTrue();
        assertThat(as(() -> lines.computeTotal(calls.findById(one))).issued()).isEqualTo(2);
        assertThat(as(() -> lines.computeTotal(calls.findById(other))).issued()).isZero();
    }

    private InvoiceQueries.InvoiceSummary invoice(CallId call, String name) {
        return Objects.requireNonNull(line(call, name).invoice());
    }

    private CallId annual(@Nullable LocalDate from) {
        return as(() -> calls.prepare(facts(from, reference)));
    }

    private CallFacts facts(@Nullable LocalDate from, LocalDate on) {
        return new CallFacts(
                CallKind.ANNUAL,
                "Cotisation " + UUID.randomUUID(),
                on,
                settings.today().plusDays(30),
                from,
                from == null ? null : from.plusYears(1).minusDays(1),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }
}
