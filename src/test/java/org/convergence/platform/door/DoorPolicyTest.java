package org.convergence.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The time of what a phone noted (R-DOOR-2). */
class DoorPolicyTest {

    private static final Instant LINK = Instant.parse("2026-11-29T22:00:00Z");
    private static final Instant ARRIVAL = LINK.plus(Duration.ofHours(2));

    private static Instant correct(Instant phone, long offset) {
        return DoorPolicy.correct(phone.toEpochMilli(), offset, ARRIVAL, LINK);
    }

    @Test
    void theClockOfThePhoneIsCorrectedByItsDifference() {
        Instant noted = LINK.plus(Duration.ofMinutes(40));
        assertThat(correct(noted, 900)).isEqualTo(noted.plusMillis(900));
        long fast = -Duration.ofMinutes(7).toMillis();
        assertThat(correct(noted.minusMillis(fast), fast)).isEqualTo(noted);
    }

    @Test
    void aTimeThatCannotBeTrueIsThatOfTheArrival() {
        assertThat(correct(ARRIVAL.plus(Duration.ofMinutes(3)), 0)).isEqualTo(ARRIVAL);
        assertThat(correct(LINK.minus(Duration.ofDays(400)), 0)).isEqualTo(ARRIVAL);
        assertThat(DoorPolicy.correct(Long.MAX_VALUE, Long.MIN_VALUE, ARRIVAL, LINK))
                .isEqualTo(ARRIVAL);
        assertThat(correct(ARRIVAL.plusSeconds(30), 0)).isEqualTo(ARRIVAL);
    }
}
