package org.convergence.safety.mission.domain;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.text.TextNormalizer;

/** The time zones of countries. */
public final class CountryZones {

    /** Where most people of a country with several zones live, if that is not the first by name. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("AR", "America/Buenos_Aires"),
            Map.entry("AU", "Australia/Sydney"),
            Map.entry("BR", "America/Sao_Paulo"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("CD", "Africa/Kinshasa"),
            Map.entry("CL", "America/Santiago"),
            Map.entry("CN", "Asia/Shanghai"),
            Map.entry("EC", "America/Guayaquil"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("GL", "America/Godthab"),
            Map.entry("ID", "Asia/Jakarta"),
            Map.entry("KZ", "Asia/Almaty"),
            Map.entry("MN", "Asia/Ulaanbaatar"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("MY", "Asia/Kuala_Lumpur"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("PG", "Pacific/Port_Moresby"),
            Map.entry("PT", "Europe/Lisbon"),
            Map.entry("RU", "Europe/Moscow"),
            Map.entry("US", "America/New_York"),
            Map.entry("UZ", "Asia/Tashkent"));

    private CountryZones() {}

    /** The zone that is proposed for a country with several; empty for a country with one or none. */
    public static Optional<ZoneId> findUsual(Country country) {
        List<ZoneId> zones = of(country);
        Optional<ZoneId> usual = TimeZones.find(USUAL.getOrDefault(country.code(), ""));
        return zones.size() < 2
                ? Optional.empty()
                : zones.stream()
                        .filter(each -> usual.filter(each::equals).isPresent())
                        .findFirst()
                        .or(() -> zones.stream().findFirst());
    }

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
