package org.convergence.platform.mail.domain;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the letters that this node sends in a minute, spread over it. Mail providers limit their clients, and answer
 * what exceeds the limit by refusals that look like those of a recipient; a server on the same machine needs no limit. A clock that jumps changes
 * nothing.
 */
final class SendingPace {

    static final int DEFAULT_PER_MINUTE = 600;

    private static final int WAIT_MILLIS = 20;

    private final @Nullable Bucket bucket;

    /** @param perMinute 0 for no limit */
    SendingPace(int perMinute) {
        this.bucket = perMinute == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(Math.max(1, perMinute / 60))
                                .refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .withNanosecondPrecision()
                        .build();
    }

    /** Whether another letter may leave now; counts it if so. */
    boolean tryNext() {
        return bucket == null || bucket.tryConsume(1);
    }

    /** Waits until another letter may leave, and counts it; ends at once when sending stops. */
    void awaitNext(BooleanSupplier isStopped) throws InterruptedException {
        while (!tryNext() && !isStopped.getAsBoolean()) {
            Thread.sleep(WAIT_MILLIS);
        }
    }
}
