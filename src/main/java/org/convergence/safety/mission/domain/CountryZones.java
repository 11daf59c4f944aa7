package org.convergence.safety.mission.domain;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.text.TextNormalizer;

/** The time zones of countries. */
public final class CountryZones {

    private CountryZones() {}

    /** The zones of a country, in the order of their names. */
    public static List<ZoneId> of(Country country) {
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country.code(), null).stream()
                .sorted()
                .map(TimeZones::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The zone typed for a place, if its country has it, or the only one of its country, or the one named after the
     * place; empty where one must be chosen, or is no zone. One left over from another country would move check-ins.
     */
    public static Optional<ZoneId> choose(Country country, String typed, String place) {
        List<ZoneId> zones = of(country);
        Optional<ZoneId> chosen = TimeZones.find(typed.strip());
        boolean isElsewhere = chosen.isPresent()
                && !zones.isEmpty()
                && zones.stream()
                        .noneMatch(each -> each.getRules().equals(chosen.get().getRules()));
        if (!typed.isBlank() && !isElsewhere) {
            return chosen;
        }
        return zones.size() == 1
                ? Optional.of(zones.get(0))
                : zones.stream()
                        .filter(each -> TextNormalizer.fold(city(each)).equals(TextNormalizer.fold(place)))
                        .findFirst();
    }

    /** « Bogota » of America/Bogota. */
    public static String city(ZoneId zone) {
        return zone.getId().replaceFirst(".*/", "").replace('_', ' ');
    }
}
