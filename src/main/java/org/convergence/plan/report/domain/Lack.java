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
        Kind kind,
        @Nullable SectionRef section,
        List<Object> arguments,
        @Nullable UUID subject) {

    public Lack {
        arguments = List.copyOf(arguments);
    }

    /** The possible lacks. Some block the filing; the others are only shown. */
    public enum Kind {
        /** A required text is missing. */
        NO_TEXT(SectionState.TO_WRITE, true),
        /** The text contains a mark of unfinished writing. */
        UNFINISHED(SectionState.TO_WRITE, true),
        /** An action is late without an explanation. */
        LATE(SectionState.TO_WRITE, false),
        /** Last year's text, not yet changed or confirmed. */
        LAST_YEARS(SectionState.TO_WRITE, true),
        /** The text exceeds its limit. */
        TOO_LONG(SectionState.TO_WRITE, true),
        /** A person of the directory is named. */
        NAMED(SectionState.TO_WRITE, true),
        /** A person of the directory is named in the title of a realisation. */
        NAMED_IN_EVIDENCE(SectionState.FIGURE_TO_CHECK, true),
        /** A target was missed without an explanation. */
        GAP(SectionState.FIGURE_TO_CHECK, true),
        /** Activities with participants that were not counted. */
        UNCOUNTED(SectionState.FIGURE_TO_CHECK, false),
        /** The figures changed since they were confirmed. */
        CHANGED(SectionState.FIGURE_TO_CHECK, false),
        /** Planned activities in the past, neither confirmed nor withdrawn. */
        OPEN(SectionState.FIGURE_TO_CHECK, false),
        /** Realisations of the period that serve no line of any plan. */
        UNLINKED(SectionState.FIGURE_TO_CHECK, false),
        /** A deliverable is marked as done, and no realisation shows it. */
        PIECE(SectionState.PIECE_MISSING, false);

        private final SectionState state;
        private final boolean blocks;

        Kind(SectionState state, boolean blocks) {
            this.state = state;
            this.blocks = blocks;
        }

        /** The resulting state of its section. */
        public SectionState state() {
            return state;
        }

        /** Whether it prevents the filing. */
        public boolean blocks() {
            return blocks;
        }
    }

    static Lack of(Kind kind, SectionRef section, Object... arguments) {
        return new Lack(kind, section, List.of(arguments), null);
    }

    Lack about(UUID one) {
        return new Lack(kind, section, arguments, one);
    }
}
