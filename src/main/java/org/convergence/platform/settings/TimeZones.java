package org.convergence.platform.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The time zones offered, the likeliest first. */
public final class TimeZones {

    /** Their IANA names. */
    public static final List<String> OFFERED = List.of(
            "America/Toronto",
            "America/Halifax",
            "America/Winnipeg",
            "America/Edmonton",
            "America/Vancouver",
            "America/Mexico_City",
            "America/Port-au-Prince",
            "America/Bogota",
            "Europe/Paris",
            "UTC");

    private TimeZones() {}

    /** The message key of a zone's label. */
    public static String key(String name) {
        return "settings.zone." + name.toLowerCase(Locale.ROOT).replaceAll("[/_]", "-");
    }

    /** The zone with a name; empty if there is none. */
    public static Optional<ZoneId> find(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
