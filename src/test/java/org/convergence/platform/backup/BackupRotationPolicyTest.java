package org.convergence.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackupRotationPolicyTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    @Test
    void keepsSevenDaysFourWeeksAndSixMonths() {
        Instant last = Instant.parse("2025-06-18T06:30:00Z");
        List<Instant> daily = IntStream.range(0, 365)
                .mapToObj(day -> last.minus(Duration.ofDays(day)))
                .toList();

        Set<Instant> kept = BackupRotationPolicy.selectKept(daily, MONTREAL);

        assertThat(kept)
                .containsExactlyInAnyOrder(
                        day("2025-06-18"),
                        day("2025-06-17"),
                        day("2025-06-16"),
                        day("2025-06-15"),
                        day("2025-06-14"),
                        day("2025-06-13"),
                        day("2025-06-12"),
                        day("2025-06-08"),
                        day("2025-06-01"),
                        day("2025-05-31"),
                        day("2025-04-30"),
                        day("2025-03-31"),
                        day("2025-02-28"),
                        day("2025-01-31"));
    }

    @Test
    void keepsOldBackupsDespiteGaps() {
        List<Instant> rare = List.of(day("2025-06-18"), day("2025-03-01"), day("2024-11-20"));
        assertThat(BackupRotationPolicy.selectKept(rare, MONTREAL)).containsExactlyInAnyOrderElementsOf(rare);
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T06:30:00Z");
    }
}
