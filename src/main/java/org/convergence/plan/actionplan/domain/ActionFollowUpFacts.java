package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up of an action, beside the plan's text. Every field is optional.
 *
 * @param responsible a person of the directory
 * @param responsibleWords the name, if the responsible person is not in the directory, at most 300 characters
 * @param support people of the directory who help
 * @param from first day of its window
 * @param to last day of its window
 * @param timesPerYear its rhythm: 12 is every month
 * @param completedOn the day from which nothing is left to do
 * @param stated postponed for lack of means, or no request this year
 * @param statedReason why; required with a state
 */
public record ActionFollowUpFacts(
        @Nullable UUID responsible,
        @Nullable String responsibleWords,
        List<UUID> support,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer timesPerYear,
        @Nullable EffortSize effort,
        @Nullable LocalDate completedOn,
        @Nullable ActionState stated,
        @Nullable String statedReason) {

    public ActionFollowUpFacts {
        support = List.copyOf(support);
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refused("actionplan.refused.window");
        }
        if (timesPerYear != null && (timesPerYear < 1 || timesPerYear > 52)) {
            throw new Refused("actionplan.refused.rhythm");
        }
        if (stated != null && (statedReason == null || statedReason.isBlank())) {
            throw new Refused("actionplan.refused.state-without-reason");
        }
    }

    /** A copy with a person of the directory as the responsible person. */
    public ActionFollowUpFacts withResponsible(@Nullable UUID person) {
        return new ActionFollowUpFacts(
                person, null, support, from, to, timesPerYear, effort, completedOn, stated, statedReason);
    }

    /**
     * A state that a person sets on an action, with the reason.
     *
     * @param state {@link ActionState#POSTPONED} or {@link ActionState#NO_REQUEST}; dropping is a decision on the plan
     *     itself
     * @param on the day on which it was set: a realisation after it makes it void
     */
    public record ManualState(ActionState state, String reason, LocalDate on) {

        private static final Set<ActionState> SAYABLE = Set.of(ActionState.POSTPONED, ActionState.NO_REQUEST);

        public ManualState {
            if (!SAYABLE.contains(state)) {
                throw new IllegalArgumentException("computed, not set by hand: " + state);
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a state set by hand needs its reason");
            }
        }
    }

    /**
     * How often an action recurs.
     *
     * @param timesPerYear between 1 and 52: 12 is every month, 4 every quarter, 52 every week
     * @param since the day from which its steps are counted: the day the rhythm was set, so that a plan entered in
     *     mid-year
     *     does not begin late
     */
    public record Rhythm(int timesPerYear, LocalDate since) {

        private static final int MONTHS = 12;
        private static final int DAYS = 365;
        private static final int WEEKS = 52;

        public Rhythm {
            if (timesPerYear < 1 || timesPerYear > WEEKS) {
                throw new IllegalArgumentException("a rhythm is between once and 52 times a year");
            }
        }

        /** The day a number of steps after a day: in whole months if the year divides evenly, else in days. */
        public LocalDate stepAfter(LocalDate day, int times) {
            return MONTHS % timesPerYear == 0
                    ? day.plusMonths((long) times * MONTHS / timesPerYear)
                    : day.plusDays(Math.round((double) times * DAYS / timesPerYear));
        }

        /** The number of steps missed between two days; a step is missed from the day after it. */
        int missedSteps(LocalDate last, LocalDate today) {
            int missed = 0;
            while (missed < WEEKS && stepAfter(last, missed + 1).isBefore(today)) {
                missed++;
            }
            return missed;
        }
    }
}
