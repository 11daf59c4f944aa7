package org.convergence.safety.guide;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.platform.geography.Country;

/** The guides of countries, for missions. */
public interface CountryGuides {

    /**
     * The state of a guide.
     *
     * @param parts headings with a text
     * @param stale those to be read again
     * @param reviewedOn the day on which the first of them was last read: the guide is as old as its oldest part
     */
    record GuideSummary(int parts, int stale, LocalDate reviewedOn) {}

    /** The state of the guide of each country, in one query; without countries that have none. */
    Map<Country, GuideSummary> findSummaries(Collection<Country> countries);
}
