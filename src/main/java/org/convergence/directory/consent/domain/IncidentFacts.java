package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the register asks for it (R-L25-16). No name belongs in it.
 *
 * @param information what personal data, or why it cannot be said
 * @param happened the day or the period, or about when
 * @param knownOn when it was known
 * @param persons how many, or about how many
 * @param assessment what lets one conclude that there is a risk of serious injury, or none
 * @param serious whether there is
 * @param commissionTold when the commission was told; {@code null} as long as it was not
 * @param personsTold when those concerned were told; {@code null} as long as they were not
 * @param publicNotice whether and why the public was told; {@code null} where nothing is to be said
 * @param measures what was done
 */
public record IncidentFacts(
        String information,
        String circumstances,
        String happened,
        LocalDate knownOn,
        String persons,
        String assessment,
        boolean serious,
        @Nullable LocalDate commissionTold,
        @Nullable LocalDate personsTold,
        @Nullable String publicNotice,
        String measures) {

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 4_000;

    /** The longest line, in characters. */
    public static final int LONGEST_LINE = 200;

    /** The longest saying on the public notice, in characters. */
    public static final int LONGEST_NOTICE = 1_000;
}
