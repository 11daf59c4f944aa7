package org.convergence.advocacy.coalition.web;

import java.util.List;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionMeetingId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A coalition.
 *
 * @param organisation its page in the directory
 * @param line the line of the plan that our part serves; {@code null} if nobody said it
 * @param elsewhere what was done with it and recorded elsewhere
 * @param meetings those to come first
 * @param isLeft whether we left it
 * @param openSeats the seats by which a position can be taken
 * @param form adds a contribution, a position or an act; {@code null} without the permission
 */
public record CoalitionPage(
        String url,
        String name,
        String lead,
        String organisation,
        @Nullable String mission,
        @Nullable String line,
        List<SeatPart> seats,
        List<OwedPart> owed,
        List<MeetingPart> meetings,
        List<PositionPart> positions,
        List<CoalitionActPart> acts,
        JointRealisations elsewhere,
        boolean isLeft,
        List<Option> openSeats,
        @Nullable Form form) {

    static final String LIST = "/advocacy/coalition";

    /** A seat. */
    public record SeatPart(
            String url,
            String title,
            String who,
            String mandate,
            String detail,
            boolean isLate,
            Tone tone,
            String power,
            boolean isEnded) {}

    /** Something that we owe. */
    public record OwedPart(String url, String what, String when, boolean isDone) {}

    /**
     * A meeting.
     *
     * @param link the agenda, or where it is held on line; {@code null} if unknown
     * @param outcome {@code null} before it is told
     * @param ourPart {@code null} if we had none
     * @param minutes the address of their file
     * @param isLate whether its day is past and nothing is told
     */
    public record MeetingPart(
            String url,
            String title,
            String detail,
            @Nullable String link,
            @Nullable String outcome,
            @Nullable String ourPart,
            @Nullable String minutes,
            boolean isUntold,
            boolean isLate) {}

    /**
     * The form of a meeting.
     *
     * @param minutes the file that is kept; {@code null} for none
     * @param largest the largest file, in bytes
     */
    public record CoalitionMeetingFormPage(
            String key,
            String about,
            String coalition,
            String action,
            Form form,
            List<Option> seats,
            @Nullable String minutes,
            long largest,
            boolean mayRemove) {}

    /** A position, with the mandate that it cites. */
    public record PositionPart(String url, String title, String detail, String mandate) {}

    /**
     * An act.
     *
     * @param ourPart {@code null} if we had none
     */
    public record CoalitionActPart(
            String url, String day, String what, @Nullable String ourPart) {}

    /**
     * What was done with the coalition.
     *
     * @param all the whole list; {@code null} if these are all
     */
    public record JointRealisations(
            List<JointRealisation> rows, @Nullable String all) {}

    /** Something done with the coalition. */
    public record JointRealisation(String url, String title, String day) {}

    /**
     * The list of coalitions.
     *
     * @param capacity the hours of all seats against those of the team; {@code null} without a seat
     */
    public record CoalitionListPage(
            List<CoalitionGroup> groups, @Nullable String capacity, boolean mayFollow) {}

    /** Coalitions of one kind. */
    public record CoalitionGroup(String title, List<CoalitionItem> items) {}

    /** A coalition in the list. */
    public record CoalitionItem(String url, String name, String detail, boolean isLate) {}

    /**
     * The form of a coalition or a seat.
     *
     * @param organisation choice of a new coalition; {@code null} otherwise
     * @param lines of the plan that our part in a coalition serves; empty for a seat
     * @param holder choice of who sits; {@code null} for a coalition
     */
    public record CoalitionFormPage(
            String key,
            @Nullable String about,
            String action,
            String cancel,
            Form form,
            @Nullable ChooserField organisation,
            List<Option> lines,
            @Nullable ChooserField holder,
            @Nullable ChooserField substitute) {}

    static String url(CoalitionId id) {
        return LIST + "/" + id.value();
    }

    static String url(CoalitionId id, CoalitionMeetingId meeting) {
        return url(id) + "/meetings/" + meeting.value();
    }

    /** The address of a file. */
    static String file(DocumentId id) {
        return "/platform/document/" + id.value();
    }
}
