package org.convergence.plan.calendar.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.geography.Place;
import org.convergence.platform.text.Sha256;
import org.jspecify.annotations.Nullable;

/** Rules of calendars: how often they are read, how an entry is identified, how long it took. */
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

    /** The address as pasted; empty if it is invalid. {@code webcal://} means https. */
    static Optional<URI> parseAddress(String typed) {
        return FetchRequest.parseAddress(WEBCAL.matcher(typed.strip()).replaceFirst("https://"));
    }

    /**
     * When a calendar is read next: every hour; each failure doubles the delay, up to a day.
     *
     * @param scatter from 0 to 1, so that not all are read at the same moment
     */
    static Instant nextReading(Instant now, int failures, double scatter) {
        Duration wait = USUAL.multipliedBy(1L << Math.min(failures, 5));
        return now.plus(wait.compareTo(SELDOM) > 0 ? SELDOM : wait)
                .plusMillis(Math.round(SCATTERED.toMillis() * scatter));
    }

    /** The key that identifies an entry when it is read again; a hash, which does not reveal its text. */
    static byte[] entryKey(Occurrence it) {
        return Sha256.of(it.uid() + "\n" + it.instance());
    }

    /** The key that identifies all entries of a series. */
    static byte[] seriesKey(Occurrence it) {
        return Sha256.of("series\n" + it.uid());
    }

    /** The duration in hours; {@code null} for whole days, and if it is unknown or longer than 14 hours. */
    static @Nullable BigDecimal hoursBetween(Instant from, Instant to, boolean allDay) {
        long minutes = Duration.between(from, to).toMinutes();
        return allDay || minutes <= 0 || minutes > MOST_HOURS * 60
                ? null
                : BigDecimal.valueOf(minutes)
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** The place: online if the entry's own place says so, else the usual one. */
    static @Nullable Place placeOf(String said, @Nullable Place usual) {
        return ON_LINE.matcher(said).find() ? Place.ONLINE : usual;
    }
}
