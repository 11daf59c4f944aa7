package org.convergence.plan.calendar.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.platform.fetch.Asked;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/** What is decided about calendars: how often they are read, what an entry is recognised by, how long it took. */
final class CalendarPolicy {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration SELDOM = Duration.ofHours(24);
    private static final Duration SCATTERED = Duration.ofMinutes(10);
    private static final int MOST_HOURS = 14;
    private static final Pattern WEBCAL = Pattern.compile("^webcals?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_LINE = Pattern.compile(
            "https?://|\\b(zoom|teams|meet|webex|jitsi|visioconférence|en ligne|online)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private CalendarPolicy() {}

    /** The address as it was pasted; empty where it is none. {@code webcal://} stands for https. */
    static Optional<URI> address(String typed) {
        return Asked.address(WEBCAL.matcher(typed.strip()).replaceFirst("https://"));
    }

    /**
     * When a calendar is read again: each hour, and after failures each time twice as late, once a day at the least.
     *
     * @param scatter from 0 to 1, so that not all are read at the same moment
     */
    static Instant next(Instant now, int failures, double scatter) {
        Duration wait = USUAL.multipliedBy(1L << Math.min(failures, 5));
        return now.plus(wait.compareTo(SELDOM) > 0 ? SELDOM : wait)
                .plusMillis(Math.round(SCATTERED.toMillis() * scatter));
    }

    /** By which an entry is recognised when it is read again; its text cannot be read from it. */
    static byte[] key(Occurrence it) {
        return hash(it.uid() + "\n" + it.instance());
    }

    /** By which all of a series are. */
    static byte[] series(Occurrence it) {
        return hash("series\n" + it.uid());
    }

    /** How long it took, in hours; {@code null} for whole days, and where it says nothing or more than a day's work. */
    static @Nullable BigDecimal hours(Instant from, Instant to, boolean allDay) {
        long minutes = Duration.between(from, to).toMinutes();
        return allDay || minutes <= 0 || minutes > MOST_HOURS * 60
                ? null
                : BigDecimal.valueOf(minutes)
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Where it took place: on line where its own place says so, else as usual. */
    static @Nullable Place place(String said, @Nullable Place usual) {
        return ON_LINE.matcher(said).find() ? Place.ONLINE : usual;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
