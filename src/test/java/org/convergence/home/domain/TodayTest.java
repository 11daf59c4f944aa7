package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.DeadlineSource.DeadlineOwner;
import org.junit.jupiter.api.Test;

/** Whether the first page says that nothing is urgent. */
class TodayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void nothingIsCalmWhileDeadlineIsToday() {
        assertThat(next(DAY.plusDays(1)).isCalm()).isTrue();
        assertThat(next(DAY.plusDays(1)).isPressing()).isFalse();
        assertThat(next(DAY).isCalm()).isFalse();
        assertThat(next(DAY).isPressing()).isTrue();
    }

    private static Today next(LocalDate due) {
        return new Today(
                DAY,
                List.of(),
                List.of(),
                Map.of(),
                Set.of(),
                List.of(),
                Deadline.on(due, "plan/1", "Remettre le rapport", "/plan", DeadlineOwner.TEAM),
                List.of(),
                List.of());
    }
}
