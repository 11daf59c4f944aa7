package org.convergence.directory.people.domain;

import java.util.Comparator;
import java.util.List;
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
