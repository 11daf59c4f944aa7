package org.convergence.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.convergence.platform.jobs.JobScheduler.RecurringSchedule;
import org.junit.jupiter.api.Test;

class RecurringScheduleTest {

    private static final RecurringSchedule NIGHTLY = schedule("0 30 3 * * *");

    private static RecurringSchedule schedule(String cron) {
        return new RecurringSchedule(new RecurringWork() {
            @Override
            public String name() {
                return "nightly";
            }

            @Override
            public String cron() {
                return cron;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("America/Toronto");
            }

            @Override
            public void run() {}
        });
    }

    @Test
    void usesLocalHourInWinterAndSummer() {
        assertThat(NIGHTLY.after(Instant.parse("2025-01-15T12:00:00Z"))).isEqualTo("2025-01-16T08:30:00Z");
        assertThat(NIGHTLY.after(Instant.parse("2025-07-15T12:00:00Z"))).isEqualTo("2025-07-16T07:30:00Z");
    }

    @Test
    void neverComesWhereItIsSwitchedOff() {
        assertThat(schedule(RecurringWork.NEVER).after(Instant.parse("2025-01-15T12:00:00Z")))
                .isAfter("2400-01-01T00:00:00Z");
    }
}
