package org.convergence.plan.actionplan.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanLine;
import org.jspecify.annotations.Nullable;

/** The stored lines of a plan, siblings in order, dropped ones included. */
record PlanContents(PlanHeader header, List<Objective> objectives, List<Means> means, List<ActionEntry> entries) {

    /** An action with its follow-up. */
    record ActionEntry(
            Action action,
            ActionFollowUp followUp,
            @Nullable String responsibleName,
            List<SupportPerson> support) {

        ActionId id() {
            return new ActionId(action.id());
        }

        /** The responsible person's name. */
        @Nullable
        String responsible() {
            return responsibleName != null ? responsibleName : followUp.responsibleWords();
        }
    }

    /** A helper of an action. */
    record SupportPerson(UUID id, String name) {}

    List<Means> meansOf(Objective objective) {
        return means.stream()
                .filter(each -> each.objective().value().equals(objective.id()))
                .toList();
    }

    List<ActionEntry> actionsOf(Means above) {
        return entries.stream()
                .filter(entry -> entry.action.parent() == null
                        && entry.action.means().value().equals(above.id()))
                .toList();
    }

    List<ActionEntry> partsOf(ActionEntry above) {
        return entries.stream()
                .filter(entry -> entry.action.parent() != null
                        && entry.action.parent().value().equals(above.action.id()))
                .toList();
    }

    static PlanLine line(Action action, Means means, Objective objective) {
        String code = action.code() != null ? action.code() : means.code();
        return new PlanLine(
                new ActionId(action.id()),
                action.plan(),
                new ObjectiveId(objective.id()),
                new MeansId(means.id()),
                action.parent(),
                code,
                action.title() == null ? PlanLine.shorten(action.text()) : action.title(),
                action.text(),
                objective.title(),
                means.title(),
                means.area(),
                action.commitment(),
                action.droppedOn() != null);
    }
}
