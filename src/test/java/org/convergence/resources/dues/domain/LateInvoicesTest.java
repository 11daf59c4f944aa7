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
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.testing.MovingClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A member that declares its headcount after a call's due day gets its own due day. */
@Import(DuesYear.Time.class)
class LateInvoicesTest extends DuesYear {

    private CallId call = new CallId(new UUID(0, 0));

    @BeforeEach
    void aCallWhoseDueDayPassed() {
        call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        run(call);
        ((MovingClock) clock).goTo(clock.instant().plus(Duration.ofDays(50)));
        as(() -> {
            declare(silent, 400);
            return true;
        });
    }

    @Test
    void aLateInvoiceIsAskedForItsOwnDayAndRemindedOfFromIt() {
        LocalDate proposed = as(() -> launching.lateDueDay(call)).orElseThrow();
        assertThat(proposed).isEqualTo(settings.today().plusDays(30));
        late(proposed.plusDays(5));
        assertThat(invoice().dueOn()).isEqualTo(proposed.plusDays(5));
        assertThat(invoice().issuedOn()).isEqualTo(settings.today());
        assertThat(Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice())
                        .dueOn())
                .as("the others keep theirs")
                .isBefore(settings.today());
    }

    @Test
    void noDayThatIsBehindIsGiven() {
        refuses("dues.refused.late-due", null);
        refuses("dues.refused.due", settings.today().minusDays(1));
        assertThat(line(call, "Syndicat muet").invoice()).isNull();
    }

    @Test
    void whatWasSentByOtherMeansAskedForNoDayBeforeItWasSent() {
        LocalDate sent = settings.today().minusDays(3);
        assertThatThrownBy(() -> as(() -> launching.enter(call, sent, null)))
                .isInstanceOf(Refused.class)
                .hasMessage("dues.refused.late-due");
        as(() -> launching.enter(call, sent, sent.plusDays(20)));
        assertThat(invoice().dueOn()).isEqualTo(sent.plusDays(20));
    }

    @Test
    void aCallOfWhichNothingWasIssuedIsCorrectedInstead() {
        CallId other = as(() -> calls.prepare(facts(CallKind.APPEAL, "5", null)));
        db.sql("UPDATE resources.dues_call SET due_on = ? WHERE id = ?")
                .params(settings.today().minusDays(1), other.value())
                .update();
        assertThat(as(() -> launching.lateDueDay(other))).isEmpty();
        assertThatThrownBy(
                        () -> as(() -> launching.begin(other, settings.today().plusDays(9))))
                .isInstanceOf(Refused.class)
                .hasMessage("dues.refused.due");
    }

    private void late(LocalDate due) {
        queued.run(as(() -> launching.begin(call, due)));
    }

    private void refuses(String why, @Nullable LocalDate due) {
        assertThatThrownBy(() -> as(() -> launching.begin(call, due)))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
    }

    private Invoices.Line invoice() {
        return Objects.requireNonNull(line(call, "Syndicat muet").invoice());
    }
}
