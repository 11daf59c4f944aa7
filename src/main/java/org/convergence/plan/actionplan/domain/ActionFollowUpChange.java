package org.convergence.plan.actionplan.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.jspecify.annotations.Nullable;

/**
 * One change applied to many actions; a {@code null} leaves the value of each unchanged.
 *
 * @param responsibleWords the responsible person's name; a person of the directory if the name is known
 * @param stated a state, with its reason
 */
public record ActionFollowUpChange(
        @Nullable String responsibleWords,
        @Nullable Integer timesPerYear,
        @Nullable EffortSize effort,
        @Nullable ActionState stated,
        @Nullable String statedReason) {

    ActionFollowUpFacts applyTo(ActionFollowUp now, List<UUID> support, @Nullable UUID person) {
        boolean named = responsibleWords != null;
        return new ActionFollowUpFacts(
                named ? person : now.responsible(),
                named ? responsibleWords : now.responsibleWords(),
                support,
                now.windowFrom(),
                now.windowTo(),
                timesPerYear == null ? now.timesPerYear() : timesPerYear,
                effort == null ? now.effort() : effort,
                now.completedOn(),
                stated == null ? now.stated() : stated,
                stated == null ? now.statedReason() : statedReason);
    }
}
