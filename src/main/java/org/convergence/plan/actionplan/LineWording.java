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
public sealed interface LineWording {

    LineLevel level();

    /** The one-line label of the line. */
    String label();

    /** The differences between this and a later wording of the same line; an area is a tag, not a wording. */
    default Set<AmendmentChange> changesTo(LineWording later) {
        return equals(later) ? Set.of() : EnumSet.of(AmendmentChange.TEXT);
    }

    /**
     * The plan's own facts.
     *
     * @param quietWeeks after how many weeks without a realisation a line is quiet
     */
    record PlanWording(
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int quietWeeks) implements LineWording {

        /** The default number of weeks. */
        public static final int USUAL_QUIET_WEEKS = 5;

        @Override
        public LineLevel level() {
            return LineLevel.PLAN;
        }

        @Override
        public String label() {
            return title;
        }

        @Override
        public Set<AmendmentChange> changesTo(LineWording later) {
            return later instanceof PlanWording that
                            && that.withQuietWeeks(quietWeeks).equals(this)
                    ? Set.of()
                    : EnumSet.of(AmendmentChange.TEXT);
        }

        private PlanWording withQuietWeeks(int weeks) {
            return new PlanWording(title, kind, from, to, weeks);
        }
    }

    /** A part outside the objectives. */
    record SectionWording(SectionKind kind, String title, String text) implements LineWording {
        @Override
        public LineLevel level() {
            return LineLevel.SECTION;
        }

        @Override
        public String label() {
            return title.isEmpty() ? PlanLine.shorten(text) : title;
        }
    }

    /** An objective. */
    record ObjectiveWording(@Nullable String code, String title, String text) implements LineWording {
        @Override
        public LineLevel level() {
            return LineLevel.OBJECTIVE;
        }

        @Override
        public String label() {
            return coded(code, title);
        }
    }

    /** A means. */
    record MeansWording(
            @Nullable String code,
            String title,
            String text,
            @Nullable Area area) implements LineWording {
        @Override
        public LineLevel level() {
            return LineLevel.MEANS;
        }

        @Override
        public String label() {
            return coded(code, title);
        }

        @Override
        public Set<AmendmentChange> changesTo(LineWording later) {
            return later instanceof MeansWording that
                            && Objects.equals(code, that.code)
                            && title.equals(that.title)
                            && text.equals(that.text)
                    ? Set.of()
                    : EnumSet.of(AmendmentChange.TEXT);
        }
    }

    /** An action or a sub-action. */
    record ActionWording(
            @Nullable String code,
            @Nullable String title,
            String text,
            Commitment commitment,
            List<Condition> conditions,
            @Nullable ActionTarget target)
            implements LineWording {

        public ActionWording {
            conditions = List.copyOf(conditions);
        }

        @Override
        public LineLevel level() {
            return LineLevel.ACTION;
        }

        @Override
        public String label() {
            return coded(code, title == null ? PlanLine.shorten(text) : title);
        }

        /** A copy with another target. */
        public ActionWording withTarget(@Nullable ActionTarget wanted) {
            return new ActionWording(code, title, text, commitment, conditions, wanted);
        }

        @Override
        public Set<AmendmentChange> changesTo(LineWording later) {
            Set<AmendmentChange> changes = EnumSet.noneOf(AmendmentChange.class);
            if (later instanceof ActionWording that) {
                if (!Objects.equals(code, that.code) || !Objects.equals(title, that.title) || !text.equals(that.text)) {
                    changes.add(AmendmentChange.TEXT);
                }
                if (commitment != that.commitment || !conditions.equals(that.conditions)) {
                    changes.add(AmendmentChange.COMMITMENT);
                }
                if (!Objects.equals(target, that.target)) {
                    changes.add(AmendmentChange.TARGET);
                }
            }
            return changes;
        }
    }

    private static String coded(@Nullable String code, String title) {
        return code == null ? title : code + " · " + title;
    }

    /** What an amendment changes. */
    public enum AmendmentChange {
        TEXT,
        COMMITMENT,
        TARGET,
        ADDED,
        DROPPED,
        MOVED,
        /** Restored after it was dropped. */
        RESTORED
    }
}
