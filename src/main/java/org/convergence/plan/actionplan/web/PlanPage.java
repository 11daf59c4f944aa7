package org.convergence.plan.actionplan.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A plan by objective: the number of actions in each state, means by means.
 *
 * @param counts of the whole plan, in words
 */
public record PlanPage(PlanHead top, String counts, List<BarSegment> bar, List<ObjectivePart> objectives) {

    /** An objective with its means. */
    public record ObjectivePart(String title, List<MeansRow> means) {}

    /**
     * A means.
     *
     * @param code as written, empty if there is none
     * @param word its signal in words, {@code null} for a draft
     * @param ago when something was last done for it
     * @param contributed what lines of other plans contribute to it
     */
    public record MeansRow(
            String code,
            String title,
            String url,
            String counts,
            List<BarSegment> bar,
            Tone tone,
            @Nullable String word,
            @Nullable String ago,
            @Nullable String contributed) {}

    /**
     * An action in a list.
     *
     * @param commitment in words
     * @param state in words, {@code null} in a draft
     * @param reason the reason, if its state was set by a person
     * @param ago when something was last done for it
     * @param when its window or rhythm
     * @param goal progress towards its target
     * @param contributed what lines of other plans contribute to it
     */
    public record ActionRow(
            String title,
            String url,
            String commitment,
            Tone tone,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String ago,
            @Nullable String responsible,
            @Nullable String when,
            @Nullable String goal,
            @Nullable String contributed,
            List<ActionRow> parts) {}

    /** The lines tagged with an area, plan by plan. */
    public record AreaPage(String key, String lead, List<AreaPlan> parts) {

        /** A plan with its means of the area, each with its actions. */
        public record AreaPlan(String title, String url, List<AreaMeans> means) {}

        /** A means with its actions. */
        public record AreaMeans(PlanPage.MeansRow means, List<ActionRow> actions) {}
    }

    /**
     * A means with its actions.
     *
     * @param text the introduction of its actions, may be empty
     * @param tag the form that tags it with an area, {@code null} without the permission
     * @param edit where its wording is changed, {@code null} without the permission
     */
    public record MeansPage(
            UUID id,
            String planTitle,
            String planUrl,
            String objective,
            String title,
            String text,
            String counts,
            List<BarSegment> bar,
            Tone tone,
            @Nullable String word,
            List<ActionRow> actions,
            @Nullable Form tag,
            List<Option> areas,
            String area,
            @Nullable String edit,
            @Nullable String add) {}

    /**
     * The year of a plan, line by line.
     *
     * @param months the months shown, in words
     * @param before address of the months before, {@code null} at the plan's beginning
     * @param after address of the months after, {@code null} at the plan's end
     * @param undated number of lines with nothing to show
     */
    public record PlanYearPage(
            PlanHead top,
            String months,
            @Nullable String before,
            @Nullable String after,
            List<YearObjective> parts,
            List<LegendEntry> legend,
            int undated) {

        /** An objective with its chart, whose figures can also be read. */
        public record YearObjective(SafeHtml figure) {}

        /** The meaning of a colour. */
        public record LegendEntry(Tone tone, String word) {}
    }

    /** The files of a plan. */
    public record PlanFilePage(PlanHead top, List<FileEdition> editions) {

        /** An edition of the plan, with its files. */
        public record FileEdition(String title, String text, List<PlanHead.PlanHeadLink> files) {}
    }

    static ObjectivePart objectivePart(
            PlanProgress.ObjectiveProgress each, PlanBoard board, LineContributions given, Words t) {
        return new ObjectivePart(
                PlanFormatter.objective(each.code(), each.title(), t),
                each.means().stream()
                        .map(means -> meansRow(means, board, given, t))
                        .toList());
    }

    static MeansRow meansRow(MeansProgress means, PlanBoard board, LineContributions given, Words t) {
        boolean draft = board.header().isDraft();
        return new MeansRow(
                Objects.requireNonNullElse(means.code(), ""),
                means.title(),
                "/plan/actionplan/means/" + means.id().value(),
                draft
                        ? t.say("actionplan.count.actions", means.counts().total())
                        : PlanFormatter.counts(means.counts(), t),
                draft ? List.of() : PlanFormatter.bar(means.counts()),
                draft ? Tone.AHEAD : PlanFormatter.tone(means.signal()),
                draft ? null : PlanFormatter.signal(means, t),
                PlanFormatter.ago(means.lastDone(), board.progress().asOf(), t),
                given.describe(means, t));
    }

    static ActionRow actionRow(ActionProgress action, PlanBoard board, LineContributions given, Words t) {
        FollowedAction followed = board.followed().get(action.line().id());
        boolean draft = board.header().isDraft();
        return new ActionRow(
                action.line().title(),
                "/plan/actionplan/action/" + action.line().id().value(),
                t.say("actionplan.commitment." + action.line().commitment().name()),
                draft ? Tone.AHEAD : PlanFormatter.tone(action.state()),
                draft ? null : PlanFormatter.state(action.state(), t),
                action.reason(),
                PlanFormatter.ago(action.evidence().lastDone(), board.progress().asOf(), t),
                followed == null ? null : followed.responsible(),
                formatWhen(followed, t),
                formatGoal(action, t),
                given.describe(action, t),
                action.subActions().stream()
                        .map(part -> actionRow(part, board, given, t))
                        .toList());
    }

    /** Its window, else its rhythm, else the written plan's due date. */
    static @Nullable String formatWhen(@Nullable FollowedAction followed, Words t) {
        if (followed == null) {
            return null;
        }
        var facts = followed.facts();
        if (facts.from() != null || facts.to() != null) {
            return t.period(facts.from(), facts.to());
        }
        Integer times = facts.timesPerYear();
        return times != null ? PlanFormatter.rhythm(times, t) : followed.dueWords();
    }

    /** Progress towards the target: « 310 sur 500 participations », and beyond it « 512, pour une cible de 500 participations ». */
    static @Nullable String formatGoal(ActionProgress action, Words t) {
        var target = action.target();
        if (target == null) {
            return null;
        }
        return switch (target.measure()) {
            case DELIVERABLE -> target.format(t);
            default -> {
                BigDecimal reached = target.quantityReached(action.evidence());
                yield t.say(
                        reached.compareTo(target.number()) > 0 ? "actionplan.goal.beyond" : "actionplan.goal",
                        reached,
                        target.format(t));
            }
        };
    }
}
