package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting beside its agenda, written while it goes on.
 *
 * @param title with the day of the meeting
 * @param quorum whether enough are there, in one sentence with the hour; {@code null} as long as nobody said who is
 * @param departures who left, and what is left of the quorum
 * @param departing {@code null} where nobody can leave, or for who only reads
 * @param adopted when and where they were adopted, {@code null} where they were not
 */
public record MinutesPage(
        UUID id,
        Link meeting,
        String title,
        Tone tone,
        String state,
        Form attendance,
        List<SeatLine> seats,
        @Nullable String quorum,
        boolean enough,
        List<Departure> departures,
        @Nullable Departing departing,
        Form sitting,
        List<MinutePart> points,
        @Nullable String adopted,
        Gestures gestures) {

    /** A seat, and who may be there for it. */
    public record SeatLine(String field, String title, List<Option> choices) {}

    /**
     * Someone who left before the end.
     *
     * @param person her identifier
     */
    public record Departure(String sentence, String person) {}

    /** The form that says so, and who may leave. */
    public record Departing(Form form, List<Option> present) {}

    /** What this person may do now. */
    public record Gestures(
            boolean writes, boolean adopts, boolean signs, boolean takesBack, boolean files, boolean signed) {}

    /** Whether nothing changes any more. */
    public boolean signed() {
        return gestures.signed();
    }

    public String url(String below) {
        return meeting.url() + below;
    }
}
