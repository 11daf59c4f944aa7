package org.convergence.platform.mail.domain;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the letters that this node sends in a minute, spread over it. Mail providers limit their clients, and answer
 * what exceeds the limit by refusals that look like those of a recipient; a server on the same machine needs no limit.
 * A server that says that we send too much halves the pace for an hour (R-MAIL-5). A clock that jumps changes nothing.
 */
final class SendingPace {

    private static final int WAIT_MILLIS = 20;
    private static final int SLOWEST = 10;
    private static final int HALVED_WITHOUT_LIMIT = 300;
    private static final long SLOW_NANOS = Duration.ofHours(1).toNanos();
    /** Answers to letters that left before the pace was halved halve it only once. */
    private static final long SETTLING_NANOS = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final LongSupplier nanoTime;
    private @Nullable Bucket bucket;
    private volatile @Nullable Slowdown slowdown;

    /**
     * A slower pace that the server asked for.
     *
     * @param since the time of the last such answer, as {@link System#nanoTime} gives it
     */
    private record Slowdown(int perMinute, long since) {}

    /** @param perMinute 0 for no limit */
    SendingPace(int perMinute) {
        this(perMinute, System::nanoTime);
    }

    SendingPace(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
        this.bucket = bucket(perMinute);
    }

    private static @Nullable Bucket bucket(int perMinute) {
        return perMinute == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(Math.max(1, perMinute / 60))
                                .refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .withNanosecondPrecision()
                        .build();
    }

    /** Whether another letter may leave now; counts it if so. */
    boolean tryNext() {
        if (slowdown != null && slowFor() == null) {
            slowdown = null;
            bucket = bucket(perMinute);
        }
        return bucket == null || bucket.tryConsume(1);
    }

    /** Waits until another letter may leave, and counts it; ends at once when sending stops. */
    void awaitNext(BooleanSupplier isStopped) throws InterruptedException {
        while (!tryNext() && !isStopped.getAsBoolean()) {
            Thread.sleep(WAIT_MILLIS);
        }
    }

    /** Halves the pace for an hour from now, since the server said that we send too much. */
    void slow() {
        Slowdown last = slowdown;
        long now = nanoTime.getAsLong();
        if (last == null || now - last.since() > SETTLING_NANOS) {
            int present = last == null ? perMinute : last.perMinute();
            int slower = present == 0 ? HALVED_WITHOUT_LIMIT : Math.max(Math.min(present, SLOWEST), present / 2);
            slowdown = new Slowdown(slower, now);
            bucket = bucket(slower);
        }
    }

    /** How long the slower pace lasts; {@code null} while the usual one applies. */
    @Nullable
    Duration slowFor() {
        Slowdown last = slowdown;
        long left = last == null ? 0 : SLOW_NANOS - (nanoTime.getAsLong() - last.since());
        return left > 0 ? Duration.ofNanos(left) : null;
    }

    /** The letters of a minute now; 0 for no limit. */
    int perMinute() {
        Slowdown last = slowdown;
        return last == null || slowFor() == null ? perMinute : last.perMinute();
    }
}
