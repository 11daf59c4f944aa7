package org.convergence.safety.guide.domain;

import java.time.LocalDate;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.jspecify.annotations.Nullable;

/** What a register changes in what is known of a country (R-WATCH-3). */
final class AdvisoryPolicy {

    private AdvisoryPolicy() {}

    /** An advisory, and whether the next register that lacks its country removes it. */
    record KeptAdvisory(CountryAdvisory advisory, boolean fromFile) {}

    /**
     * The advisory after a register was read. One by hand gives way only to a later one, and is confirmed by the same. A
     * region whose level the register does not tell keeps the level that is known of it, with the day on which a person
     * last checked it, as long as the level of the country stays.
     *
     * @param known what is known; {@code null} for an unknown country
     */
    static KeptAdvisory merge(@Nullable KeptAdvisory known, CountryAdvisory read) {
        if (known == null) {
            return new KeptAdvisory(read, true);
        }
        CountryAdvisory before = known.advisory();
        CountryAdvisory merged = keepsRegion(before, read)
                ? new CountryAdvisory(
                        read.country(),
                        read.level(),
                        before.regional(),
                        read.source(),
                        read.publishedOn(),
                        before.checkedOn())
                : read;
        if (known.fromFile() || day(read).isAfter(day(before))) {
            return new KeptAdvisory(merged, true);
        }
        boolean isConfirmed = day(read).isEqual(day(before))
                && merged.level() == before.level()
                && merged.regional() == before.regional();
        return isConfirmed ? new KeptAdvisory(merged, false) : known;
    }

    private static boolean keepsRegion(CountryAdvisory before, CountryAdvisory read) {
        return read.regional() == AdvisoryLevel.UNKNOWN
                && before.regional() != null
                && before.regional() != AdvisoryLevel.UNKNOWN
                && before.level() == read.level();
    }

    private static LocalDate day(CountryAdvisory advisory) {
        return advisory.publishedOn() == null ? LocalDate.MIN : advisory.publishedOn();
    }
}
