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
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.jspecify.annotations.Nullable;

/**
 * All that a report says, as it stands or as it was filed: what its pages, its paper, its snapshot and the differences
 * since are made of.
 *
 * @param parts its sections in the order of reading, each objective followed by its means
 * @param facts the realisations that it rests on, each once, by day
 * @param photographs those that it shows, all with permission
 * @param ahead what the team can still carry, month by month; empty where the report does not tell it
 */
public record Contents(Head head, List<Part> parts, List<Fact> facts, List<Photo> photographs, List<MonthAhead> ahead) {

    public Contents {
        parts = List.copyOf(parts);
        facts = List.copyOf(facts);
        photographs = List.copyOf(photographs);
        ahead = List.copyOf(ahead);
    }

    /**
     * What the report is.
     *
     * @param organisation whose report it is
     * @param asOf the day on which it was put together
     * @param statesOn the day on which the plan's actions were looked at; that of its closing for a closed plan
     * @param states how many actions of the plan were in each state on that day
     * @param leftOut realisations that it leaves out
     */
    public record Head(
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

        public Head {
            states = ordered(states);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * A section.
     *
     * @param code of the line, as written; {@code null} where it has none
     * @param title of the line; empty at the two ends
     * @param heading where the report calls it otherwise
     * @param text Markdown
     * @param states of the line's actions on the day when the plan was looked at
     * @param standing those of its actions that are late or wait; empty where the report does not tell it
     */
    public record Part(
            SectionKind kind,
            @Nullable UUID line,
            @Nullable String code,
            String title,
            @Nullable String heading,
            String text,
            Map<ActionState, Integer> states,
            List<Goal> goals,
            List<Standing> standing) {

        public Part {
            states = ordered(states);
            goals = List.copyOf(goals);
            // Reports that were filed before the note knew nothing of it.
            standing = standing == null ? List.of() : List.copyOf(standing);
        }

        /** Those of its actions that are in a state. */
        public List<Standing> standing(ActionState state) {
            return standing.stream().filter(each -> each.state() == state).toList();
        }

        public SectionRef ref() {
            return new SectionRef(kind, line);
        }
    }

    /**
     * A target of an action and what was reached in the period, in the target's own measure.
     *
     * @param label the action in one line
     * @param kinds the kinds of realisations that count, where some only do
     * @param words the name of the thing to hand over, where that is the target
     * @param explanation of the gap; empty where nobody explained it
     */
    public record Goal(
            UUID action,
            String label,
            ActionState state,
            TargetMeasure measure,
            BigDecimal number,
            List<String> kinds,
            @Nullable String words,
            BigDecimal reached,
            String explanation) {

        public Goal {
            kinds = List.copyOf(kinds);
        }

        /** How much more than wanted, below zero where it is less. */
        public BigDecimal gap() {
            return reached.subtract(number);
        }
    }

    /**
     * An action that is late, or postponed for lack of means.
     *
     * @param label the action in one line
     * @param since of one that is late, the last day of its time; {@code null} where steps of its rhythm are missing
     * @param reason why; empty where nobody said
     */
    public record Standing(
            UUID action,
            String label,
            ActionState state,
            @Nullable LocalDate since,
            String reason) {}

    /**
     * A photograph that may be published.
     *
     * @param means under which it is shown
     * @param alternative what it shows, for who does not see it
     * @param sha256 of the file, in hexadecimal
     */
    public record Photo(
            UUID document, UUID realisation, UUID means, String caption, String alternative, String sha256) {}

    /** The section at a place. */
    public Optional<Part> part(SectionRef ref) {
        return parts.stream().filter(part -> part.ref().equals(ref)).findFirst();
    }

    /** The realisations that serve a line of the plan; all of them for none. */
    public List<Fact> serving(@Nullable UUID line) {
        return line == null
                ? facts
                : facts.stream().filter(fact -> fact.serves(line)).toList();
    }

    /** The actions that are in a state: late, or postponed for lack of means. */
    public List<Standing> standing(ActionState state) {
        return parts.stream().flatMap(part -> part.standing(state).stream()).toList();
    }

    /** The photographs that are shown under a means. */
    public List<Photo> photographs(@Nullable UUID means) {
        return photographs.stream().filter(photo -> photo.means().equals(means)).toList();
    }

    /** The states in their order, the same whoever counted them. */
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
