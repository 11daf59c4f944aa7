package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member that declares its headcount after a call's due day gets its own due day. */
class LateInvoicesTest extends DuesYearFixture {

    private CallId call = new CallId(new UUID(0, 0));

    @BeforeEach
    void prepareOverdueCall() {
        call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        clock.moveTo(clock.instant().plus(Duration.ofDays(50)));
        as(() -> {
            declare(silent, 400);
            return true;
        });
    }

    @Test
    void lateInvoiceHasOwnDueDayAndReminders() {
        LocalDate proposed = as(() -> launching.lateDueDay(call)).orElseThrow();
        assertThat(proposed).isEqualTo(settings.today().plusDays(30));
        late(proposed.plusDays(5));
        assertThat(invoice().dueOn()).isEqualTo(proposed.plusDays(5));
        assertThat(invoice().issuedOn()).isEqualTo(settings.today());
        assertThat(Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice())
                        .dueOn())
                .as("the others are unchanged")
                .isBefore(settings.today());
    }

    @Test
    void rejectsPastDueDay() {
        refuses("dues.refused.late-due", null);
        refuses("dues.refused.due", settings.today().minusDays(1));
        assertThat(line(call, "Syndicat muet").invoice()).isNull();
    }

    @Test
    void rejectsDueDayBeforeSendingDay() {
        LocalDate sent = settings.today().minusDays(3);
        assertThatThrownBy(() -> as(() -> launching.enterSentInvoices(call, sent, null)))
                .isInstanceOf(Refused.class)
                .hasMessage("dues.refused.late-due");
        as(() -> launching.enterSentInvoices(call, sent, sent.plusDays(20)));
        assertThat(invoice().dueOn()).isEqualTo(sent.plusDays(20));
    }

    @Test
    void refusesOwnDueDayForCallNotIssued() {
        CallId other = as(() -> calls.prepare(facts(CallKind.APPEAL, "5", null)));
        db.sql("UPDATE resources.dues_call SET due_on = ? WHERE id = ?")
                .params(settings.today().minusDays(1), other.value())
                .update();
        assertThat(as(() -> launching.lateDueDay(other))).isEmpty();
        assertThatThrownBy(
                        () -> as(() -> launching.start(other, settings.today().plusDays(9))))
                .isInstanceOf(Refused.class)
                .hasMessage("dues.refused.due");
    }

    private void late(LocalDate due) {
        queued.run(as(() -> launching.start(call, due)));
    }

    private void refuses(String why, @Nullable LocalDate due) {
        assertThatThrownBy(() -> as(() -> launching.start(call, due)))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
    }

    private InvoiceQueries.InvoiceSummary invoice() {
        return Objects.requireNonNull(line(call, "Syndicat muet").invoice());
    }
}
