package org.convergence.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.convergence.platform.access.RateLimiter.RateLimit;
import org.convergence.testing.MovingClock;
import org.junit.jupiter.api.Test;

/** The number of attempts, and the wait after a refusal. */
class RateLimiterTest {

    private static final RateLimit THREE = new RateLimit("key", 3);

    private final MovingClock clock = new MovingClock();
    private final Instant start = clock.instant();
    private final RateLimiter limiter = new RateLimiter(clock);

    @Test
    void refusedAttemptsDoNotProlongWait() {
        useUp();
        Duration wait = limiter.count(THREE).orElseThrow();
        assertThat(wait).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        for (int i = 0; i < 1000; i++) {
            assertThat(limiter.count(THREE)).isPresent();
        }
        clock.moveTo(start.plus(Duration.ofSeconds(301)));
        assertThat(limiter.count(THREE)).isEmpty();
        assertThat(limiter.count(THREE)).isPresent();
    }

    @Test
    void countsUnderNoKeyIfOneIsExhausted() {
        useUp();
        RateLimit other = new RateLimit("other", 3);
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.count(other, THREE)).isPresent();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.count(other)).isEmpty();
        }
    }

    @Test
    void givesWaitInWholeMinutesAndSeconds() {
        var refused = new TooManyAttempts("public.limit.network", Duration.ofMillis(181_200));
        assertThat(refused.minutes()).isEqualTo(4);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("182");
        assertThat(new TooManyAttempts("public.limit.network", Duration.ofMillis(3)).minutes())
                .isEqualTo(1);
    }

    private void useUp() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.count(THREE)).isEmpty();
        }
    }
}
