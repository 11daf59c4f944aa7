package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body's by-law asks from a day on.
 *
 * @param source the by-law and its article; {@code null} where only the law's usual rule is known
 * @param noticeDays days between the notice and the meeting, at least: 0 to 120 (R-GOV-5)
 * @param termMonths how long a mandate lasts, {@code null} where nothing says so
 * @param majorities for what more, or other, than a simple majority is asked; at most 20
 */
public record RuleSet(
        LocalDate since,
        @Nullable String source,
        int noticeDays,
        Quorum quorum,
        @Nullable Integer termMonths,
        List<Majority> majorities) {

    /** The days of notice where the by-laws are silent (R-GOV-5). */
    public static final int USUAL_NOTICE = 10;

    public RuleSet {
        majorities = List.copyOf(majorities);
        if (noticeDays < 0 || noticeDays > 120 || majorities.size() > 20) {
            throw new IllegalArgumentException("notice of 0 to 120 days, 20 majorities at most");
        }
    }

    /** What holds where the by-law says nothing. */
    public static RuleSet usual(LocalDate since) {
        return new RuleSet(since, null, USUAL_NOTICE, Quorum.moreThanHalf(), null, List.of());
    }
}
