package org.convergence.platform.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Limits how often something may be tried under a key: so many at once, and as many again in a quarter of an hour. */
public final class Pace {

    private static final int REMEMBERED = 10_000;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether one more is allowed under this key, of so many in a quarter of an hour. */
    public synchronized boolean allows(String key, int perQuarterHour) {
        return buckets.computeIfAbsent(
                        key,
                        k -> Bucket.builder()
                                .addLimit(
                                        limit -> limit.capacity(perQuarterHour).refillGreedy(perQuarterHour, QUARTER))
                                .build())
                .tryConsume(1);
    }
}
