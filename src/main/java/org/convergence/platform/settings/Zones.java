package org.convergence.platform.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The time zones that are offered, the likeliest first. */
public final class Zones {

    /** By their names in the world's list. */
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

    private Zones() {}

    /** The message with the words for a zone that is offered. */
    public static String key(String name) {
        return "settings.zone." + name.toLowerCase(Locale.ROOT).replaceAll("[/_]", "-");
    }

    /** The zone of a name; empty where none has it. */
    public static Optional<ZoneId> find(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
