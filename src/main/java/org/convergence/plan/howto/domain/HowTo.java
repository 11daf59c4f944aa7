package org.convergence.plan.howto.domain;

import java.time.LocalDate;
import org.convergence.plan.howto.HowToId;
import org.jspecify.annotations.Nullable;

/**
 * A how-to: how something is done in the organisation.
 *
 * @param version of its title and text; answers about it do not change it
 * @param text Markdown
 * @param confirmedOn the day on which it was last written or confirmed; {@code null} if never
 * @param confirmedBy its last author or confirming reader, as named in the audit
 * @param doubtedOn the day on which it was marked to correct; {@code null} unless it is
 * @param doubt what is wrong, in the reader's words; may be empty
 * @param usedOn the day of the last use; {@code null} for none
 */
public record HowTo(
        HowToId id,
        int version,
        String title,
        String text,
        @Nullable LocalDate confirmedOn,
        @Nullable String confirmedBy,
        @Nullable LocalDate doubtedOn,
        String doubt,
        @Nullable LocalDate usedOn) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 200;

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 50_000;

    /** The longest text of a doubt, in characters. */
    public static final int LONGEST_DOUBT = 1_000;

    /** Its trust level today. */
    public Trust trust(LocalDate today) {
        return HowToPolicy.trust(confirmedOn, doubtedOn, today);
    }

    /** How far a how-to can be trusted; those that need review come first. */
    public enum Trust {
        /** A reader marked it to correct. */
        TO_CORRECT,
        /** Not confirmed for a year. */
        STALE,
        /** Written or confirmed within a year. */
        TRUE
    }
}
