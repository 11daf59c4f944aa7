package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.SectionRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that a report still lacks.
 *
 * @param section where; {@code null} for the report as a whole
 * @param arguments numbers and names in its sentence
 * @param subject the action or realisation that it is about
 */
public record Lack(
        LackKind kind,
        @Nullable SectionRef section,
        List<Object> arguments,
        @Nullable UUID subject) {

    public Lack {
        arguments = List.copyOf(arguments);
    }

    /** The possible lacks. Some prevent filing; the others are only warnings. */
    public enum LackKind {
        /** A required text is missing. */
        NO_TEXT(ReportSectionState.TO_WRITE, true),
        /** The text contains a mark of unfinished writing. */
        UNFINISHED(ReportSectionState.TO_WRITE, true),
        /** An action is late without an explanation. */
        LATE(ReportSectionState.TO_WRITE, false),
        /** Last year's text, not yet changed or confirmed. */
        LAST_YEARS(ReportSectionState.TO_WRITE, true),
        /** The text exceeds its limit. */
        TOO_LONG(ReportSectionState.TO_WRITE, true),
        /** A person of the directory is named. */
        NAMED(ReportSectionState.TO_WRITE, true),
        /** A person of the directory is named in the title of a realisation. */
        NAMED_IN_EVIDENCE(ReportSectionState.FIGURE_TO_CHECK, true),
        /** A target was missed without an explanation. */
        GAP(ReportSectionState.FIGURE_TO_CHECK, true),
        /** Activities with participants that were not counted. */
        UNCOUNTED(ReportSectionState.FIGURE_TO_CHECK, false),
        /** The figures changed since they were confirmed. */
        CHANGED(ReportSectionState.FIGURE_TO_CHECK, false),
        /** Planned activities in the past, neither confirmed nor withdrawn. */
        OPEN(ReportSectionState.FIGURE_TO_CHECK, false),
        /** Realisations of the period that serve no line of any plan. */
        UNLINKED(ReportSectionState.FIGURE_TO_CHECK, false),
        /** A deliverable is marked as done, and no realisation shows it. */
        PIECE(ReportSectionState.PIECE_MISSING, false);

        private final ReportSectionState state;
        private final boolean blocks;

        LackKind(ReportSectionState state, boolean blocks) {
            this.state = state;
            this.blocks = blocks;
        }

        /** The resulting state of its section. */
        public ReportSectionState state() {
            return state;
        }

        /** Whether it prevents the filing. */
        public boolean blocks() {
            return blocks;
        }
    }

    static Lack of(LackKind kind, SectionRef section, Object... arguments) {
        return new Lack(kind, section, List.of(arguments), null);
    }

    Lack about(UUID one) {
        return new Lack(kind, section, arguments, one);
    }

    /** The progress of a section, the most pressing first. */
    public enum ReportSectionState {

        /** Its text is missing or not yet acceptable. */
        TO_WRITE,
        /** One of its figures should be checked or explained. */
        FIGURE_TO_CHECK,
        /** A proof of a realisation is missing. */
        PIECE_MISSING,
        /** Nothing is missing. */
        READY
    }
}
