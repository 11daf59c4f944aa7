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
 * A contact point.
 *
 * @param value the mail address or the telephone number, as written
 * @param label what it is for (« comptabilité », « cellulaire »), {@code null} for none
 */
public record ContactPoint(
        ContactChannel channel,
        ContactSphere sphere,
        String value,
        @Nullable String label) {

    /** Its channel. */
    public enum ContactChannel {
        MAIL,
        PHONE
    }

    /** Its sphere: data of a function is outside most of the rules on personal data (R-L25-2). */
    public enum ContactSphere {
        PROFESSIONAL,
        PERSONAL
    }

    private static final Pattern MAILBOX = Pattern.compile("[^\\s@|]{1,64}@[^\\s@|]+\\.[^\\s@|]{2,}");
    private static final Pattern NUMBER = Pattern.compile(
            "(?!\\d{4}-\\d\\d-\\d\\d$)[+(]?[0-9][0-9 ().\\-/\u00a0]{5,24}( ?(poste|ext\\.?|#|x) ?[0-9]{1,6})?");

    /** The longest value, in characters. */
    public static final int LONGEST = 254;

    /** Reads a mail address or a telephone number; empty where it is neither. */
    public static Optional<ContactPoint> read(String written, ContactSphere sphere, @Nullable String label) {
        String value = written.strip();
        boolean mail = value.contains("@");
        boolean fits = value.length() <= LONGEST
                && (mail ? MAILBOX : NUMBER).matcher(value).matches();
        return fits
                ? Optional.of(new ContactPoint(mail ? ContactChannel.MAIL : ContactChannel.PHONE, sphere, value, label))
                : Optional.empty();
    }

    /** The value to compare: an address in lower case, the digits of a number. */
    public String key() {
        return channel == ContactChannel.MAIL
                ? value.toLowerCase(Locale.ROOT)
                : value.replaceAll("(?i)(poste|ext|#|x).*$", "").replaceAll("[^0-9]", "");
    }

    /** The points as the value of the column {@code contact_points}. */
    static Json write(List<ContactPoint> points) {
        return Json.of(points);
    }

    /** The points stored in the column {@code contact_points}. */
    static List<ContactPoint> read(Json column) {
        return column.as(new TypeReference<List<ContactPoint>>() {});
    }

    /** The first value of a channel, a professional one if there is one; empty for none. */
    static String first(List<ContactPoint> points, ContactChannel channel) {
        return points.stream()
                .filter(point -> point.channel() == channel)
                .min(Comparator.comparing(ContactPoint::sphere))
                .map(ContactPoint::value)
                .orElse("");
    }
}
