package org.convergence.directory.people.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A way to reach someone.
 *
 * @param value the mail address or the telephone number, as one writes it
 * @param label what it is for (« comptabilité », « cellulaire »), {@code null} if nothing is said
 */
public record ContactPoint(
        Channel channel,
        Sphere sphere,
        String value,
        @Nullable String label) {

    /** What it is used with. */
    public enum Channel {
        MAIL,
        PHONE
    }

    /** Whose it is: what belongs to a function is outside most of the rules on personal data (R-L25-2). */
    public enum Sphere {
        PROFESSIONAL,
        PERSONAL
    }

    private static final Pattern MAILBOX = Pattern.compile("[^\\s@|]{1,64}@[^\\s@|]+\\.[^\\s@|]{2,}");
    private static final Pattern NUMBER =
            Pattern.compile("[+(]?[0-9][0-9 ().\\-/\u00a0]{5,24}( ?(poste|ext\\.?|#|x) ?[0-9]{1,6})?");

    /** The longest value. */
    public static final int LONGEST = 254;

    /** What someone wrote, if it is a mail address or a telephone number. */
    public static Optional<ContactPoint> read(String written, Sphere sphere, @Nullable String label) {
        String value = written.strip();
        boolean mail = value.contains("@");
        boolean fits = value.length() <= LONGEST
                && (mail ? MAILBOX : NUMBER).matcher(value).matches();
        return fits
                ? Optional.of(new ContactPoint(mail ? Channel.MAIL : Channel.PHONE, sphere, value, label))
                : Optional.empty();
    }

    /** What is compared to recognise it: an address without capitals, the figures of a number. */
    public String key() {
        return channel == Channel.MAIL
                ? value.toLowerCase(Locale.ROOT)
                : value.replaceAll("(?i)(poste|ext|#|x).*$", "").replaceAll("[^0-9]", "");
    }

    /** As it stands in its column. */
    static Json write(List<ContactPoint> points) {
        return Json.of(points);
    }

    /** Out of its column. */
    static List<ContactPoint> read(Json column) {
        return column.as(new TypeReference<List<ContactPoint>>() {});
    }

    /** The first of a channel, a professional one if there is any; empty where there is none. */
    static String first(List<ContactPoint> points, Channel channel) {
        return points.stream()
                .filter(point -> point.channel() == channel)
                .min(Comparator.comparing(ContactPoint::sphere))
                .map(ContactPoint::value)
                .orElse("");
    }
}
