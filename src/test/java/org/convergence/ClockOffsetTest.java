package org.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A rehearsal moves the clock of an application on localhost, and of no other. */
class ClockOffsetTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void movesTheClockOnLocalhost() {
        Instant moved = new Convergence()
                .clock(MONTH, URI.create("http://localhost:8080"))
                .instant();

        assertThat(moved).isCloseTo(Instant.now().plus(MONTH), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void refusesToMoveTheClockElsewhere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Convergence().clock(MONTH, URI.create("https://convergence.example.org")))
                .withMessageContaining("CONVERGENCE_CLOCK_OFFSET");
    }

    @Test
    void leavesTheClockAloneWithoutOffset() {
        assertThat(new Convergence()
                        .clock(Duration.ZERO, URI.create("https://convergence.example.org"))
                        .instant())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
}
