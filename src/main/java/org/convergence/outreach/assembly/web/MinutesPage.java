package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting beside its agenda, typed live.
 *
 * @param title with the day of the meeting
 * @param quorum in one sentence with the time; {@code null} until attendance is recorded
 * @param recounts the number of resolutions that were voted without the quorum that the attendance has
 * @param doubts the number of resolutions noted with a quorum that the attendance, corrected since, does not reach
 * @param departures early departures
 * @param departing {@code null} if nobody can leave, or for readers
 * @param adopted when they were adopted, in words; {@code null} if they are not
 */
public record MinutesPage(
        PageLink meeting,
        String title,
        Tone tone,
        String state,
        Form attendance,
        List<SeatAttendanceRow> seats,
        @Nullable String quorum,
        boolean enough,
        int recounts,
        int doubts,
        List<DepartureRow> departures,
        @Nullable DepartureForm departing,
        Form sitting,
        List<AgendaItemMinutes> points,
        @Nullable String adopted,
        MinutesActions gestures) {

    /** A seat, and its possible attendance. */
    public record SeatAttendanceRow(String field, String title, List<Option> choices) {}

    /**
     * An early departure.
     *
     * @param person id of the person
     */
    public record DepartureRow(String sentence, String person) {}

    /** The form of a departure, with the people present. */
    public record DepartureForm(Form form, List<Option> present) {}

    /** The actions available to the current user. */
    public record MinutesActions(
            boolean writes, boolean adopts, boolean signs, boolean takesBack, boolean files, boolean signed) {}

    /** Whether the minutes are signed. */
    public boolean signed() {
        return gestures.signed();
    }

    public String url(String below) {
        return meeting.url() + below;
    }
}
