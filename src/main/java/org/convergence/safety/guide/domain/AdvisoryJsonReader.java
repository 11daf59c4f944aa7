package org.convergence.safety.guide.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the register in JSON as the Government of Canada publishes it: an entry for each country, with a level from 0 to
 * 3 and its sentence (R-SEC-1). One entry that cannot be read refuses the whole (R-WATCH-3). A code that names no country
 * is passed over: it is that of a part of one.
 */
final class AdvisoryJsonReader {

    private static final String STATE = "advisory-state";
    private static final String REGION = "has-regional-advisory";

    private AdvisoryJsonReader() {}

    /**
     * Reads a register.
     *
     * @param source its publisher
     * @param today the day of the reading; no advisory is published later
     * @throws Refused if it has another shape, no country, or an entry that cannot be read
     */
    static List<CountryAdvisory> read(String text, String source, LocalDate today) {
        List<CountryAdvisory> read = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : entries(text)) {
            Optional<Country> country =
                    each.getKey().matches("[A-Z]{2}") ? Country.findByCode(each.getKey()) : Optional.empty();
            if (country.isPresent()) {
                CountryAdvisory advisory = read(country.get(), each.getValue(), source, today);
                if (advisory == null) {
                    unreadable.add(country.get().code());
                } else {
                    read.add(advisory);
                }
            }
        }
        if (!unreadable.isEmpty()) {
            throw new Refused("guide.refused.entries", AdvisoryFileReader.first(unreadable));
        }
        if (read.isEmpty()) {
            throw new Refused("guide.refused.empty");
        }
        return read;
    }

    private static Iterable<Map.Entry<String, JsonNode>> entries(String text) {
        try {
            return Json.parse(text).node().path("data").properties();
        } catch (JacksonException e) {
            throw new Refused("guide.refused.no-register");
        }
    }

    private static @Nullable CountryAdvisory read(Country country, JsonNode entry, String source, LocalDate today) {
        if (entry.path(STATE).isNull()) {
            return CountryAdvisory.unknown(country);
        }
        AdvisoryLevel level = level(entry);
        LocalDate published = published(entry.path("date-published"));
        if (level == null || !entry.has(REGION) || published == null || published.isAfter(today)) {
            return null;
        }
        boolean hasRegion = !List.of("0", "false").contains(entry.path(REGION).asString(""));
        return new CountryAdvisory(country, level, hasRegion ? AdvisoryLevel.UNKNOWN : null, source, published, today);
    }

    /** The level; {@code null} if its number is none, or its sentence says another. */
    private static @Nullable AdvisoryLevel level(JsonNode entry) {
        AdvisoryLevel level = AdvisoryLevel.parse(entry.path(STATE).asString(""))
                .filter(AdvisoryLevel.KNOWN::contains)
                .orElse(null);
        return Stream.of("eng", "fra")
                        .map(each -> entry.path(each).path("advisory-text").asString(""))
                        .flatMap(each -> AdvisoryLevel.parse(each).stream())
                        .allMatch(each -> each == level)
                ? level
                : null;
    }

    private static @Nullable LocalDate published(JsonNode date) {
        return Stream.of("asp", "date")
                .map(each -> TextShortener.limit(date.path(each).asString(""), 10))
                .flatMap(each -> TextParser.date(each).stream())
                .findFirst()
                .orElse(null);
    }
}
