package org.convergence.plan.portrait.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several portraits, added up.
 *
 * @param samePeriod whether all are of one period
 * @param apart figures that are never added, of each organisation
 * @param shared activities of several organisations, counted once
 * @param likely activities that are probably the same, and were not counted once
 */
public record PortraitSum(
        List<AddedPortrait> added,
        List<LeftOutFile> leftOut,
        boolean samePeriod,
        List<FigureTotal> totals,
        List<FigureApart> apart,
        List<SharedActivity> shared,
        List<SharedActivity> likely) {

    /** A portrait that was added, with the short form of the key that signed it. */
    public record AddedPortrait(String organisation, LocalDate from, LocalDate until, LocalDate madeOn, String key) {}

    /** A file that was not, with the message key of the reason. */
    public record LeftOutFile(String name, String reason) {}

    /**
     * A total.
     *
     * @param twice how much of it two organisations counted, which was taken off; zero for nothing
     * @param perhaps how much of it may still be counted twice
     * @param missing how many organisations have no figure, or one too small to be published
     */
    public record FigureTotal(String key, BigDecimal value, BigDecimal twice, BigDecimal perhaps, int missing) {}

    /** A figure of one organisation; {@code null} if it is too small to be published. */
    public record FigureApart(
            String key, String organisation, @Nullable String value) {}

    /** An activity of several organisations. */
    public record SharedActivity(LocalDate day, List<String> organisations) {}
}
