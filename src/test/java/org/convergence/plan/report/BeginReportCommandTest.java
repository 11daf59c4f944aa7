package org.convergence.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.junit.jupiter.api.Test;

/** The limit of a title counts characters as forms do: one outside the basic plane is one. */
class BeginReportCommandTest {

    @Test
    void acceptsATitleOfTwoHundredSymbols() {
        String title = "🌱".repeat(BeginReportCommand.LONGEST_TITLE);
        assertThat(titled(title).title()).isEqualTo(title);
        assertThatThrownBy(() -> titled(title + "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static BeginReportCommand titled(String title) {
        return new BeginReportCommand(
                new PlanId(new UUID(0, 1)),
                Audience.BOARD,
                title,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 6, 30),
                null,
                "fr",
                null);
    }
}
