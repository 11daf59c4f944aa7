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
 * @param quorum whether enough are there, in one sentence with the hour; {@code null} as long as nobody said who is
 * @param adopted when and where they were adopted, {@code null} where they were not
 */
public record MinutesPage(
        UUID id,
        Link meeting,
        Tone tone,
        String state,
        Form attendance,
        List<SeatLine> seats,
        @Nullable String quorum,
        boolean enough,
        Form sitting,
        List<MinutePart> points,
        @Nullable String adopted,
        Gestures gestures) {

    /** A seat, and who may be there for it. */
    public record SeatLine(String field, String title, List<Option> choices) {}

    /** What this person may do now. */
    public record Gestures(boolean writes, boolean adopts, boolean signs, boolean takesBack) {}

    public String url(String below) {
        return meeting.url() + below;
    }
}
