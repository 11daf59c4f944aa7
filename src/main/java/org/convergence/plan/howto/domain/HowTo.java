package org.convergence.plan.howto.domain;

import java.time.LocalDate;
import org.convergence.plan.howto.HowToId;
import org.jspecify.annotations.Nullable;

/**
 * How something is done here.
 *
 * @param version of its title and text; what was said of it does not change it
 * @param text Markdown
 * @param confirmedOn the day on which someone wrote it or said that it is still true; {@code null} where nobody did
 * @param confirmedBy who, as the audit names her
 * @param doubtedOn the day on which someone said that it is to be corrected; {@code null} unless it is
 * @param doubt what is wrong, in her words; may be empty
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

    /** The longest words of doubt, in characters. */
    public static final int LONGEST_DOUBT = 1_000;

    /** Whether it can be trusted today. */
    public Trust trust(LocalDate today) {
        return HowToPolicy.trust(confirmedOn, doubtedOn, today);
    }
}
