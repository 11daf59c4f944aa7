package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.SectionRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that a report still lacks.
 *
 * @param section where; {@code null} for the report as a whole
 * @param arguments what its sentence names: numbers, names
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

    /** What may be missing. What must hold once filed blocks the filing; the rest is said, and can be lived with. */
    public enum Kind {
        /** No text where there must be one. */
        NO_TEXT(SectionState.TO_WRITE, true),
        /** The text says itself that something is to be filled in. */
        UNFINISHED(SectionState.TO_WRITE, true),
        /** An action is late, and nobody says why. */
        LATE(SectionState.TO_WRITE, false),
        /** Last year's text, which nobody has changed or confirmed. */
        LAST_YEARS(SectionState.TO_WRITE, true),
        /** More characters than may be. */
        TOO_LONG(SectionState.TO_WRITE, true),
        /** A person of the directory is named. */
        NAMED(SectionState.TO_WRITE, true),
        /** A person of the directory is named in the title of a realisation. */
        NAMED_IN_EVIDENCE(SectionState.FIGURE_TO_CHECK, true),
        /** A target was not reached, and nobody says why. */
        GAP(SectionState.FIGURE_TO_CHECK, true),
        /** Activities with people, of which nobody knows how many they were. */
        UNCOUNTED(SectionState.FIGURE_TO_CHECK, false),
        /** The figures are others than those that were found right. */
        CHANGED(SectionState.FIGURE_TO_CHECK, false),
        /** Activities whose day has passed, and nobody said whether they took place. */
        OPEN(SectionState.FIGURE_TO_CHECK, false),
        /** Realisations of the period that serve no line of any plan. */
        UNLINKED(SectionState.FIGURE_TO_CHECK, false),
        /** Something that was to be handed over is said to be done, and nothing shows it. */
        PIECE(SectionState.PIECE_MISSING, false);

        private final SectionState state;
        private final boolean blocks;

        Kind(SectionState state, boolean blocks) {
            this.state = state;
            this.blocks = blocks;
        }

        /** The state in which it puts its section. */
        public SectionState state() {
            return state;
        }

        /** Whether the report cannot be filed with it. */
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
