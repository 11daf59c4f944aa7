package org.convergence.advocacy.coalition.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** When a seat may take a position in our name (R-REP-4). */
public final class SeatPolicy {

    private SeatPolicy() {}

    /**
     * The message key of why a position cannot be taken; empty if it can.
     *
     * @param consultedOn the day on which we were consulted; {@code null} if we were not
     * @param consulted who answered, and what; may be empty
     */
    public static Optional<String> problem(
            SeatPower power, LocalDate takenOn, @Nullable LocalDate consultedOn, String consulted) {
        return switch (power) {
            case DECIDES -> Optional.empty();
            case OBSERVES -> Optional.of("coalition.refused.observes");
            case CONSULTS ->
                consultedOn == null || consulted.isEmpty() || consultedOn.isAfter(takenOn)
                        ? Optional.of("coalition.refused.consult")
                        : Optional.empty();
        };
    }

    /** What the holder of a seat may do in our name (R-REP-4). */
    public enum SeatPower {
        DECIDES(Tone.OK),
        /** Only after consulting us. */
        CONSULTS(Tone.WARN),
        OBSERVES(Tone.REST);

        private final Tone tone;

        SeatPower(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "coalition.power." + name();
        }
    }
}
