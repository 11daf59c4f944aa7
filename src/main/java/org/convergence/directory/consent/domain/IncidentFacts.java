package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A confidentiality incident, with the contents of the register (R-L25-16). It contains no name.
 *
 * @param information the personal data concerned, or why it is unknown
 * @param happened the day or the period, exact or approximate
 * @param knownOn the day it became known
 * @param persons how many people, exactly or approximately
 * @param assessment the reasons for concluding that there is, or is not, a risk of serious injury
 * @param serious whether there is such a risk
 * @param commissionToldOn the day of the notice to the commission; {@code null} until then
 * @param personsToldOn the day of the notice to the people concerned; {@code null} until then
 * @param publicNotice whether and why a public notice was given; {@code null} if not recorded
 * @param measures the measures taken
 */
public record IncidentFacts(
        String information,
        String circumstances,
        String happened,
        LocalDate knownOn,
        String persons,
        String assessment,
        boolean serious,
        @Nullable LocalDate commissionToldOn,
        @Nullable LocalDate personsToldOn,
        @Nullable String publicNotice,
        String measures) {

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 4_000;

    /** The longest line, in characters. */
    public static final int LONGEST_LINE = 200;

    /** The longest text about the public notice, in characters. */
    public static final int LONGEST_NOTICE = 1_000;
}
