package org.convergence.platform.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits attempts under a key: a number at once, refilled over a period, mostly a quarter of an hour. A refused attempt is not counted,
 * so that trying again does not prolong the wait.
 */
public final class RateLimiter {

    private static final int REMEMBERED = 10_000;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final TimeMeter time;

    public RateLimiter(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Math.multiplyExact(clock.millis(), 1_000_000L);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** The number of attempts that a key has in a period. */
    public record RateLimit(String key, int most, Duration period) {

        /** In a quarter of an hour. */
        public RateLimit(String key, int most) {
            this(key, most, QUARTER);
        }
    }

    /**
     * Counts one attempt under every key, or under none if one of them is exhausted.
     *
     * @return how long to wait until an attempt is possible; empty if it was counted
     */
    public synchronized Optional<Duration> count(RateLimit... limits) {
        Optional<Duration> wait = Arrays.stream(limits)
                .map(limit -> bucket(limit).estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .filter(nanos -> nanos > 0)
                .max(Long::compare)
                .map(Duration::ofNanos);
        if (wait.isEmpty()) {
            Arrays.stream(limits).forEach(limit -> bucket(limit).tryConsume(1));
        }
        return wait;
    }

    /** Whether an attempt under this key would be refused now. */
    public synchronized boolean isExhausted(RateLimit limit) {
        return bucket(limit).estimateAbilityToConsume(1).getNanosToWaitForRefill() > 0;
    }

    public synchronized void clear() {
        buckets.clear();
    }

    private Bucket bucket(RateLimit limit) {
        return buckets.computeIfAbsent(
                limit.key(),
                key -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.most()).refillGreedy(limit.most(), limit.period()))
                        .build());
    }
}
