package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan as it was read or prepared, not stored yet: the source of a draft.
 *
 * @param title at most 300 characters
 * @param from first day of its period, {@code null} if it is not known yet
 * @param to last day of its period, {@code null} if it is not known yet
 * @param adoption the sentence that says who adopted it, at most 500 characters; {@code null} if there is none
 */
public record PlanBlueprint(
        String title,
        PlanKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<BlueprintSection> sections,
        List<BlueprintObjective> objectives,
        @Nullable String adoption) {

    public PlanBlueprint {
        sections = List.copyOf(sections);
        objectives = List.copyOf(objectives);
    }

    /** A plan of which nothing says that it was adopted. */
    public PlanBlueprint(
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<BlueprintSection> sections,
            List<BlueprintObjective> objectives) {
        this(title, kind, from, to, sections, objectives, null);
    }

    /** A part outside the objectives. */
    public record BlueprintSection(SectionKind kind, String title, String text) {}

    /**
     * An objective.
     *
     * @param code as written, {@code null} if there is none
     * @param text its introduction, may be empty
     */
    public record BlueprintObjective(@Nullable String code, String title, String text, List<BlueprintMeans> means) {
        public BlueprintObjective {
            means = List.copyOf(means);
        }
    }

    /**
     * A means.
     *
     * @param code as written, {@code null} if there is none; numbers may have gaps
     * @param text the text between its title and its actions, may be empty
     * @param area the proposed area, {@code null} if there is no proposal
     */
    public record BlueprintMeans(
            @Nullable String code,
            String title,
            String text,
            @Nullable Area area,
            List<BlueprintAction> actions) {
        public BlueprintMeans {
            actions = List.copyOf(actions);
        }
    }

    /**
     * An action or a sub-action.
     *
     * @param code as written, {@code null} if there is none
     * @param title its title, if the plan gives one in addition to the text
     * @param text its whole text
     * @param subActions one level only: a sub-action has none
     */
    public record BlueprintAction(
            @Nullable String code,
            @Nullable String title,
            String text,
            List<Condition> conditions,
            Commitment commitment,
            FollowUpProposal proposal,
            List<BlueprintAction> subActions) {
        public BlueprintAction {
            conditions = List.copyOf(conditions);
            subActions = List.copyOf(subActions);
        }

        /** A firm action with only a text. */
        public static BlueprintAction ofText(String text) {
            return new BlueprintAction(null, null, text, List.of(), Commitment.FIRM, FollowUpProposal.NONE, List.of());
        }
    }

    /**
     * The follow-up proposed from the plan's wording.
     *
     * @param doneWords the wording that says it is already done, {@code null} if there is none
     * @param responsible the responsible person, in the plan's wording
     * @param due the due date, in the plan's wording
     * @param from first day of its window, if the wording could be read as dates
     * @param to last day of its window, if the wording could be read as dates
     * @param timesPerYear its rhythm, if the wording says one
     */
    public record FollowUpProposal(
            @Nullable String doneWords,
            @Nullable String responsible,
            @Nullable String due,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer timesPerYear) {

        /** Nothing proposed. */
        public static final FollowUpProposal NONE = new FollowUpProposal(null, null, null, null, null, null);
    }
}
