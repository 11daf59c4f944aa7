package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
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
}
