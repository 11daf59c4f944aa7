package org.convergence.platform.settings;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convergence.platform.text.Language;

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

    /** Eastern time is said by the city of Québec that keeps it, not by the one of its IANA name. */
    private static final String EASTERN_CITY = "Montréal";

    private TimeZones() {}

    /** The message key of a zone's label. */
    public static String key(String name) {
        return "settings.zone." + name.toLowerCase(Locale.ROOT).replaceAll("[/_]", "-");
    }

    /** The city that names a zone, in a language: « Mexico » of America/Mexico_City in French. */
    public static String city(ZoneId zone, Language language) {
        if (zone.getId().equals(OFFERED.get(0))) {
            return EASTERN_CITY;
        }
        String city =
                TimeZoneNames.getInstance(ULocale.forLocale(language.locale())).getExemplarLocationName(zone.getId());
        return city == null ? zone.getId().replaceFirst(".*/", "").replace('_', ' ') : city;
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
