package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.Decision;
import org.convergence.identity.Role;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.RateShape;
import org.convergence.testing.ConcurrentActions;
import org.junit.jupiter.api.Test;

/** A rate can be corrected until an invoice is issued by it (R-LEDGER-2). */
class RateCorrectionTest extends DuesYearFixture {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final Decision ADOPTED = new Decision("AGA", LocalDate.of(2019, 12, 1), null, null);

    @Test
    void correctsUnusedRate() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        correct(SINCE, "0.60", ADOPTED);
        assertThat(asked(call)).isEqualByComparingTo("1200");
    }

    @Test
    void refusesToCorrectUsedRate() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        assertThatThrownBy(() -> correct(SINCE, "0.60", ADOPTED)).satisfies(it -> refused(it));
        assertThatThrownBy(() -> correct(SINCE.plusDays(1), "0.50", ADOPTED)).satisfies(it -> refused(it));
        assertThat(line(call, "Syndicat de la Baie").share().owed())
                .satisfies(
                        owed -> assertThat(Objects.requireNonNull(owed).amount().getAmount())
                                .isEqualByComparingTo("1000"));
        assertThat(as(() -> revisions.findByCall(call))).isEmpty();
    }

    @Test
    void fixedAmountAppealUsesNoRate() {
        issueAndSend(as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null))));
        correct(SINCE, "0.60", ADOPTED);
        assertThat(rate().rate().amount()).isEqualByComparingTo("0.60");
    }

    @Test
    void correctsDecisionOfUsedRate() {
        issueAndSend(as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null))));
        correct(SINCE, "0.5", new Decision("AGA", LocalDate.of(2019, 12, 2), "AGA-2019-04", null));
        assertThat(rate().decision().number()).isEqualTo("AGA-2019-04");
    }

    @Test
    void refusesCorrectionDuringIssue() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        ConcurrentActions.ActionResult corrected = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> launching.enterSentInvoices(call, settings.today(), null),
                () -> correct(SINCE, "0.60", ADOPTED));
        refused(Objects.requireNonNull(corrected.thrown()));
        assertThat(asked(call)).isEqualByComparingTo("1000");
    }

    @Test
    void issuesByRateCorrectedMeanwhile() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        ConcurrentActions.ActionResult issued = atOnce.runBeforeCommit(
                visitors.actor(Role.COORDINATOR),
                () -> correct(SINCE, "0.60", ADOPTED),
                () -> launching.enterSentInvoices(call, settings.today(), null));
        assertThat(issued.went()).isTrue();
        assertThat(Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice())
                        .total()
                        .getAmount())
                .isEqualByComparingTo("1200");
    }

    private BigDecimal asked(CallId call) {
        return Objects.requireNonNull(line(call, "Syndicat de la Baie").amount())
                .getAmount();
    }

    private AdoptedRate rate() {
        return Objects.requireNonNull(
                as(() -> rates.findInForce(settings.today())).get(unions));
    }

    private void correct(LocalDate since, String each, Decision decision) {
        AdoptedRate it = rate();
        as(() -> {
            rates.correct(
                    it.id(),
                    it.version(),
                    since,
                    new Rate(RateShape.PER_CAPITA, CAD, new BigDecimal(each), List.of(), new BigDecimal("75"), null),
                    decision);
            return true;
        });
    }

    private static void refused(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("dues.refused.rate-used"));
    }
}
