package org.convergence.plan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;

/** Meetings that accept papers. Contributed by the module that stores them: a bean of this type. */
public interface PaperDestination {

    /**
     * A meeting.
     *
     * @param name of the body that meets
     * @param board whether it is the board
     */
    record DestinationMeeting(UUID id, String name, LocalDate day, String url, boolean board) {}

    /**
     * A paper for a meeting.
     *
     * @param title of the paper; a long one is cut
     * @param pdf the file
     * @param decisions requested decisions to be added to the agenda
     */
    record MeetingPaperInput(String title, InputStreamSource pdf, List<String> decisions) {}

    /** Coming meetings that the current actor may prepare, the earliest first. */
    List<DestinationMeeting> findComing();

    /** A meeting; empty if there is none with this id, or the current actor may not see it. */
    Optional<DestinationMeeting> find(UUID meeting);

    /** The day of the last board meeting before a day. */
    Optional<LocalDate> lastBoardMeeting(LocalDate before);

    /**
     * Adds a paper to those of a meeting; a paper with the same title is replaced.
     *
     * @throws org.convergence.platform.database.Refused if the meeting is closed to changes
     */
    void add(UUID meeting, MeetingPaperInput paper);
}
