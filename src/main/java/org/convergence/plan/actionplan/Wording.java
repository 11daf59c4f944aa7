package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The adopted content of a plan line, changed by amendment once adopted. Each level has its own facts. Codes are as
 * written, {@code null} if there is none.
 */
public sealed interface Wording {

    Level level();

    /** The one-line label of the line. */
    String label();

    /** The differences between this and a later wording of the same line; an area is a tag, not a wording. */
    default Set<Change> changesTo(Wording later) {
        return equals(later) ? Set.of() : EnumSet.of(Change.TEXT);
    }

    /**
     * The plan's own facts.
     *
     * @param quietWeeks after how many weeks without a realisation a line is quiet
     */
    record OfPlan(
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int quietWeeks) implements Wording {

        /** The default number of weeks. */
        public static final int USUAL_QUIET_WEEKS = 5;

        @Override
        public Level level() {
            return Level.PLAN;
        }

        @Override
        public String label() {
            return title;
        }

        @Override
        public Set<Change> changesTo(Wording later) {
            return later instanceof OfPlan that && that.heard(quietWeeks).equals(this)
                    ? Set.of()
                    : EnumSet.of(Change.TEXT);
        }

        private OfPlan heard(int weeks) {
            return new OfPlan(title, kind, from, to, weeks);
        }
    }

    /** A part outside the objectives. */
    record OfSection(SectionKind kind, String title, String text) implements Wording {
        @Override
        public Level level() {
            return Level.SECTION;
        }

        @Override
        public String label() {
            return title.isEmpty() ? PlanLine.beginning(text) : title;
        }
    }

    /** An objective. */
    record OfObjective(@Nullable String code, String title, String text) implements Wording {
        @Override
        public Level level() {
            return Level.OBJECTIVE;
        }

        @Override
        public String label() {
            return coded(code, title);
        }
    }

    /** A means. */
    record OfMeans(
            @Nullable String code,
            String title,
            String text,
            @Nullable Area area) implements Wording {
        @Override
        public Level level() {
            return Level.MEANS;
        }

        @Override
        public String label() {
            return coded(code, title);
        }

        @Override
        public Set<Change> changesTo(Wording later) {
            return later instanceof OfMeans that
                            && Objects.equals(code, that.code)
                            && title.equals(that.title)
                            && text.equals(that.text)
                    ? Set.of()
                    : EnumSet.of(Change.TEXT);
        }
    }

    /** An action or a sub-action. */
    record OfAction(
            @Nullable String code,
            @Nullable String title,
            String text,
            Commitment commitment,
            List<Condition> conditions,
            @Nullable Target target)
            implements Wording {

        public OfAction {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Level level() {
            return Level.ACTION;
        }

        @Override
        public String label() {
            return coded(code, title == null ? PlanLine.beginning(text) : title);
        }

        /** A copy with another target. */
        public OfAction wanting(@Nullable Target wanted) {
            return new OfAction(code, title, text, commitment, conditions, wanted);
        }

        @Override
        public Set<Change> changesTo(Wording later) {
            Set<Change> changes = EnumSet.noneOf(Change.class);
            if (later instanceof OfAction that) {
                if (!Objects.equals(code, that.code) || !Objects.equals(title, that.title) || !text.equals(that.text)) {
                    changes.add(Change.TEXT);
                }
                if (commitment != that.commitment || !conditions.equals(that.conditions)) {
                    changes.add(Change.COMMITMENT);
                }
                if (!Objects.equals(target, that.target)) {
                    changes.add(Change.TARGET);
                }
            }
            return changes;
        }
    }

    private static String coded(@Nullable String code, String title) {
        return code == null ? title : code + " · " + title;
    }
}
