package org.convergence.plan.portrait.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.plan.portrait.PortraitSource.AdditionRule;
import org.jspecify.annotations.Nullable;

/**
 * The portrait of an organisation, as its file has it.
 *
 * @param definitions the version of the definitions; portraits of two versions are not added up
 * @param plan the title of the plan of the period; empty for none
 * @param madeOn the day on which the figures were counted
 */
public record Portrait(
        String definitions,
        String organisation,
        String plan,
        LocalDate from,
        LocalDate until,
        LocalDate madeOn,
        List<DefinedFigure> figures,
        List<ActivityMark> activities) {

    /** The version of the definitions of this release. */
    public static final String DEFINITIONS = "convergence-portrait-1";

    /**
     * A figure with its definition.
     *
     * @param value in digits; {@code null} if it is too small to be published
     * @param values what is counted, where the same value of two organisations counts once
     */
    public record DefinedFigure(
            String key,
            @Nullable String value,
            List<String> values,
            AdditionRule rule,
            String definition,
            String counted) {}

    /**
     * An activity, recognisable by an organisation that knows it.
     *
     * @param references hashes of the addresses given to it, each with its day
     * @param mark a hash of its title, day and place
     */
    public record ActivityMark(LocalDate day, List<String> references, String mark, Map<String, Integer> counts) {}
}
