package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.jspecify.annotations.Nullable;

/**
 * The complete contents of a report, current or as filed: the source of its pages, its paper, its snapshot and the
 * differences since.
 *
 * @param parts its sections in reading order, each objective followed by its means
 * @param facts its realisations, each once, by day
 * @param photographs those that it shows, all with permission
 * @param ahead the remaining capacity by month; empty if the report does not show it
 */
public record ReportContents(
        ReportHead head,
        List<ReportPart> parts,
        List<ReportFact> facts,
        List<ReportPhoto> photographs,
        List<MonthAhead> ahead) {

    public ReportContents {
        parts = List.copyOf(parts);
        facts = List.copyOf(facts);
        photographs = List.copyOf(photographs);
        ahead = List.copyOf(ahead);
    }

    /**
     * The description of the report.
     *
     * @param organisation the reporting organisation
     * @param asOf the day of these contents
     * @param statesOn the day of the actions' states; for a closed plan, the day of its closing
     * @param states number of actions of the plan by state on that day
     * @param leftOut realisations that it leaves out
     */
    public record ReportHead(
            UUID id,
            int edition,
            Audience audience,
            String title,
            String organisation,
            UUID plan,
            String planTitle,
            LocalDate from,
            LocalDate to,
            String language,
            LocalDate asOf,
            LocalDate statesOn,
            Map<ActionState, Integer> states,
            List<UUID> leftOut) {

        public ReportHead {
            states = ordered(states);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * A section.
     *
     * @param code of the line, as written; {@code null} if it has none
     * @param title of the line; empty at the beginning and the end
     * @param heading the heading that replaces the title, if the report sets one
     * @param text Markdown
     * @param states of the line's actions on the day of the plan's states
     * @param standing its late or waiting actions; empty if the report does not show them
     * @param sheetHours approved hours of the line in time sheets, beyond those of its realisations; {@code null} if
     *     there are none, and in reports filed before this existed
     */
    public record ReportPart(
            ReportSectionKind kind,
            @Nullable UUID line,
            @Nullable String code,
            String title,
            @Nullable String heading,
            String text,
            Map<ActionState, Integer> states,
            List<TargetProgress> goals,
            List<DelayedAction> standing,
            @Nullable BigDecimal sheetHours) {

        public ReportPart {
            states = ordered(states);
            goals = List.copyOf(goals);
            // Reports filed before the note existed do not have it.
            standing = standing == null ? List.of() : List.copyOf(standing);
        }

        /** A section without hours of time sheets. */
        public ReportPart(
                ReportSectionKind kind,
                @Nullable UUID line,
                @Nullable String code,
                String title,
                @Nullable String heading,
                String text,
                Map<ActionState, Integer> states,
                List<TargetProgress> goals,
                List<DelayedAction> standing) {
            this(kind, line, code, title, heading, text, states, goals, standing, null);
        }

        ReportPart withSheetHours(@Nullable BigDecimal hours) {
            return new ReportPart(kind, line, code, title, heading, text, states, goals, standing, hours);
        }

        /** The actions of this part in a state. */
        public List<DelayedAction> actionsInState(ActionState state) {
            return standing.stream().filter(each -> each.state() == state).toList();
        }

        public SectionRef ref() {
            return new SectionRef(kind, line);
        }
    }

    /** The hours of time sheets beyond those of realisations. */
    BigDecimal sheetHours() {
        return parts.stream().map(part -> ReportFact.zero(part.sheetHours())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * A target of an action and its progress in the period, in the target's own measure.
     *
     * @param label the action in one line
     * @param kinds the kinds of realisations that count, if only some do
     * @param words the name of the deliverable, if that is the target
     * @param explanation of the gap; empty if there is none
     */
    public record TargetProgress(
            UUID action,
            String label,
            ActionState state,
            TargetMeasure measure,
            BigDecimal number,
            List<String> kinds,
            @Nullable String words,
            BigDecimal reached,
            String explanation) {

        public TargetProgress {
            kinds = List.copyOf(kinds);
        }

        /** How far the target is exceeded, negative if it is missed. */
        public BigDecimal gap() {
            return reached.subtract(number);
        }
    }

    /**
     * A late action, or one postponed for lack of means.
     *
     * @param label the action in one line
     * @param since for a late one, the last day of its time; {@code null} if steps of its rhythm are missing
     * @param reason empty if there is none
     */
    public record DelayedAction(
            UUID action,
            String label,
            ActionState state,
            @Nullable LocalDate since,
            String reason) {}

    /**
     * A photograph that may be published.
     *
     * @param means under which it is shown
     * @param alternative text alternative
     * @param sha256 of the file, in hexadecimal
     */
    public record ReportPhoto(
            UUID document, UUID realisation, UUID means, String caption, String alternative, String sha256) {}

    /** The section with this reference. */
    public Optional<ReportPart> part(SectionRef ref) {
        return parts.stream().filter(part -> part.ref().equals(ref)).findFirst();
    }

    /** The realisations that serve a line of the plan; all for {@code null}. */
    public List<ReportFact> factsServing(@Nullable UUID line) {
        return line == null
                ? facts
                : facts.stream().filter(fact -> fact.serves(line)).toList();
    }

    /** The actions in a state: late, or postponed for lack of means. */
    public List<DelayedAction> actionsInState(ActionState state) {
        return parts.stream()
                .flatMap(part -> part.actionsInState(state).stream())
                .toList();
    }

    /** The photographs shown under a means. */
    public List<ReportPhoto> photographs(@Nullable UUID means) {
        return photographs.stream().filter(photo -> photo.means().equals(means)).toList();
    }

    /** The states in their order, whatever the map was. */
    private static Map<ActionState, Integer> ordered(Map<ActionState, Integer> states) {
        Map<ActionState, Integer> ordered = new EnumMap<>(ActionState.class);
        ordered.putAll(states);
        return java.util.Collections.unmodifiableMap(ordered);
    }

    static Map<ActionState, Integer> sum(Collection<Map<ActionState, Integer>> all) {
        Map<ActionState, Integer> sum = new EnumMap<>(ActionState.class);
        all.forEach(each -> each.forEach((state, number) -> sum.merge(state, number, Integer::sum)));
        return sum;
    }
}
