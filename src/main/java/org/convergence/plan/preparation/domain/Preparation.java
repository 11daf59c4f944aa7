package org.convergence.plan.preparation.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanReview;
import org.convergence.plan.time.LineHours;
import org.jspecify.annotations.Nullable;

/**
 * The sheet on which the next plan is prepared.
 *
 * @param period the proposed next period
 * @param lines by the plan's actions and sub-actions
 * @param gone people without a contract in the next period
 */
public record Preparation(PlanReview year, NextPeriod period, Map<ActionId, PreparedLine> lines, Set<UUID> gone) {

    /**
     * A line of the sheet.
     *
     * @param hours spent on it
     * @param leaves whether the responsible person has no contract in the next period
     * @param chosen the decision, {@code null} if there is none yet
     */
    public record PreparedLine(
            ActionProgress action,
            PlanReview.LineReview beside,
            LineHours hours,
            boolean leaves,
            PreparationProposal proposal,
            @Nullable LineChoice chosen) {

        /** The decision, else the accepted proposal. */
        public LineChoice effectiveChoice() {
            return chosen == null ? LineChoice.fromProposal(proposal) : chosen;
        }

        public int version() {
            return chosen == null ? 0 : chosen.version();
        }
    }

    public PreparedLine line(ActionId id) {
        return Objects.requireNonNull(lines.get(id));
    }

    /** The outcome of a line; a sub-action of a withdrawn action is withdrawn too. */
    public PreparationChoice outcomeOf(PreparedLine line) {
        ActionId parent = line.action().line().parent();
        PreparedLine above = parent == null ? null : lines.get(parent);
        return above != null && above.effectiveChoice().choice() == PreparationChoice.WITHDRAW
                ? PreparationChoice.WITHDRAW
                : line.effectiveChoice().choice();
    }

    /** The number of lines by outcome; actions and sub-actions alike. */
    public Map<PreparationChoice, Long> countByOutcome() {
        return lines.values().stream()
                .collect(Collectors.groupingBy(
                        this::outcomeOf, () -> new EnumMap<>(PreparationChoice.class), Collectors.counting()));
    }

    /** The lines without a decision, in the plan's order. */
    public List<PreparedLine> undecidedLines() {
        return lines.values().stream().filter(line -> line.chosen() == null).toList();
    }

    /** Whether the next plan was created, so that nothing can be decided. */
    public boolean isMade() {
        return year.next() != null;
    }

    static <T> Map<ActionId, T> byId(List<T> all, Function<T, ActionId> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
