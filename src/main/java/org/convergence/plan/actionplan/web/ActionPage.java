package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.web.PlanPage.ActionRow;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.mail.RecordReminders;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The page of an action.
 *
 * @param state in words, {@code null} in a draft
 * @param why the reason, if its state was set by a person; else {@code null}
 * @param conditions the plan's wording of its conditions
 * @param facts the follow-up: people, dates, effort
 * @param setAside the form that sets its state, {@code null} if it cannot be set
 * @param stated whether its state was set by a person and can be cleared
 */
public record ActionPage(
        UUID id,
        ActionTrail trail,
        String title,
        String text,
        String commitment,
        Tone tone,
        @Nullable String state,
        @Nullable String why,
        List<String> conditions,
        List<ActionFact> facts,
        List<ActionRow> parts,
        List<LineSection.SectionContent> sections,
        @Nullable Form setAside,
        boolean stated,
        @Nullable String notice,
        ActionRights gestures,
        List<AmendmentsPage.AmendmentRow> amendments,
        RecordReminders reminders,
        ChangeHistory history) {

    /** The plan, objective and means of the action. */
    public record ActionTrail(String plan, String planUrl, String objective, String means, String meansUrl) {}

    /** Whether its text is longer than its title. */
    public boolean hasMore() {
        return !text.strip().equals(title);
    }

    /**
     * A named fact.
     *
     * @param edit where it is edited, {@code null} if it is edited with the others
     */
    public record ActionFact(
            String name, String value, @Nullable String edit) {}

    /** What the current user may do. */
    public record ActionRights(boolean follows, boolean writes, boolean draft) {}

    /** The address of an operation on the action. */
    public String url(String gesture) {
        return "/plan/actionplan/action/" + id + gesture;
    }

    public String lineUrl(String gesture) {
        return "/plan/actionplan/line/action/" + id + gesture;
    }

    /**
     * The lines that a line serves in longer-term plans, and those that contribute to it.
     *
     * @param contributed progress of the contributors, {@code null} if there are none
     * @param change where links are changed, {@code null} without the permission
     */
    public record LineLinksPart(
            List<LinkedLineRow> served,
            @Nullable String contributed,
            List<LinkedLineRow> contributors,
            @Nullable String change) {

        /**
         * A line at the other end.
         *
         * @param state in words, {@code null} in a draft
         */
        public record LinkedLineRow(
                String title,
                String url,
                String plan,
                Tone tone,
                @Nullable String state) {}

        /**
         * The page that chooses the links of a line.
         *
         * @param line its label
         * @param url of the line
         * @param search the search form
         * @param groups the lines found, plan by plan
         * @param more whether more lines were found than shown
         */
        public record LineLinksPage(
                String line, String url, Form search, List<LinkCandidateGroup> groups, boolean more) {

            /** A plan. */
            public record LinkCandidateGroup(String plan, List<LinkCandidateRow> rows) {}

            /** A line of it. */
            public record LinkCandidateRow(UUID id, String label, boolean part, boolean linked) {}
        }
    }

    /** A line in the plans of other periods, the latest first. */
    public record OtherYearsPart(List<OtherYearRow> rows) {

        /**
         * A line.
         *
         * @param text its whole text in that plan
         * @param done what was done for it, in words
         */
        public record OtherYearRow(String plan, String text, String url, String done) {}
    }
}
