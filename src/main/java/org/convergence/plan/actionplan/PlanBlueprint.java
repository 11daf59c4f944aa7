package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan as it was read or prepared, before it is kept: what a draft is made from.
 *
 * @param title at most 300 characters
 * @param from first day of its period, {@code null} where it is not known yet
 * @param to last day of its period, {@code null} where it is not known yet
 */
public record PlanBlueprint(
        String title,
        PlanKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Section> sections,
        List<Objective> objectives) {

    public PlanBlueprint {
        sections = List.copyOf(sections);
        objectives = List.copyOf(objectives);
    }

    /** A part outside the objectives. */
    public record Section(SectionKind kind, String title, String text) {}

    /**
     * An objective.
     *
     * @param code as written, {@code null} where none is
     * @param text what introduces it, may be empty
     */
    public record Objective(@Nullable String code, String title, String text, List<Means> means) {
        public Objective {
            means = List.copyOf(means);
        }
    }

    /**
     * A means.
     *
     * @param code as written, {@code null} where none is; numbers may have gaps
     * @param text what stands between its title and its actions, may be empty
     * @param area proposed, {@code null} where nothing speaks for one
     */
    public record Means(
            @Nullable String code,
            String title,
            String text,
            @Nullable Area area,
            List<Action> actions) {
        public Means {
            actions = List.copyOf(actions);
        }
    }

    /**
     * An action or a sub-action.
     *
     * @param code as written, {@code null} where none is
     * @param title a title of its own, where the plan gives one besides its text
     * @param text all of its text
     * @param subActions one level only: a sub-action has none
     */
    public record Action(
            @Nullable String code,
            @Nullable String title,
            String text,
            List<Condition> conditions,
            Commitment commitment,
            Proposal proposal,
            List<Action> subActions) {
        public Action {
            conditions = List.copyOf(conditions);
            subActions = List.copyOf(subActions);
        }

        /** A firm action with nothing but its text. */
        public static Action of(String text) {
            return new Action(null, null, text, List.of(), Commitment.FIRM, Proposal.NONE, List.of());
        }
    }

    /**
     * What the plan's words propose for the follow-up of an action.
     *
     * @param doneWords words that say that it is done already, {@code null} where none do
     * @param responsible who is named, in the plan's words
     * @param due when it is due, in the plan's words
     * @param from first day of its window, where the words could be read as dates
     * @param to last day of its window, where the words could be read as dates
     */
    public record Proposal(
            @Nullable String doneWords,
            @Nullable String responsible,
            @Nullable String due,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** Nothing proposed. */
        public static final Proposal NONE = new Proposal(null, null, null, null, null);
    }
}
