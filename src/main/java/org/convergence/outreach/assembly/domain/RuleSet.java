package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a body from a day on.
 *
 * @param source the by-law and its article; {@code null} if only the usual legal rule is known
 * @param noticeDays minimum days between notice and meeting: 0 to 120 (R-GOV-5)
 * @param termMonths length of a mandate; {@code null} if not regulated
 * @param onSiteOnly whether the by-laws forbid taking part at a distance (R-GOV-6)
 * @param majorities subjects with a majority other than the simple one; at most 20
 */
public record RuleSet(
        LocalDate since,
        @Nullable String source,
        int noticeDays,
        Quorum quorum,
        @Nullable Integer termMonths,
        boolean onSiteOnly,
        List<Majority> majorities) {

    /** The notice days if the by-laws are silent (R-GOV-5). */
    public static final int USUAL_NOTICE = 10;

    /** Rules that allow to take part at a distance. */
    public RuleSet(
            LocalDate since,
            @Nullable String source,
            int noticeDays,
            Quorum quorum,
            @Nullable Integer termMonths,
            List<Majority> majorities) {
        this(since, source, noticeDays, quorum, termMonths, false, majorities);
    }

    public RuleSet {
        majorities = List.copyOf(majorities);
        if (noticeDays < 0 || noticeDays > 120 || majorities.size() > 20) {
            throw new IllegalArgumentException("notice of 0 to 120 days, 20 majorities at most");
        }
    }

    /** The default rules if the by-law is silent. */
    public static RuleSet defaultsFrom(LocalDate since) {
        return new RuleSet(since, null, USUAL_NOTICE, Quorum.moreThanHalf(), null, List.of());
    }
}
