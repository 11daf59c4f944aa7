package org.convergence.safety.guide;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;

/**
 * The advisory about a country.
 *
 * @param level of the country as a whole
 * @param regional of its worst region; {@code null} for none of its own
 * @param source its publisher; {@code null} for an unknown level
 * @param publishedOn {@code null} for an unknown level
 * @param checkedOn the day on which it was last entered or confirmed; {@code null} for an unknown level
 */
public record CountryAdvisory(
        Country country,
        AdvisoryLevel level,
        @Nullable AdvisoryLevel regional,
        @Nullable String source,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate checkedOn) {

    /** A country without an advisory. */
    public static CountryAdvisory unknown(Country country) {
        return new CountryAdvisory(country, AdvisoryLevel.UNKNOWN, null, null, null, null);
    }

    /** The level that counts: that of the worst region (R-SEC-2). */
    public AdvisoryLevel worst() {
        return regional == null ? level : AdvisoryLevel.worst(List.of(level, regional));
    }
}
