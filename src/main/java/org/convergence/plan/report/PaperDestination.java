package org.convergence.plan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;

/** Meetings in whose papers something can be put. Contributed by the module that keeps them: a bean of this type. */
public interface PaperDestination {

    /**
     * A meeting.
     *
     * @param name of the body that meets
     * @param board whether it is the board
     */
    record Meeting(UUID id, String name, LocalDate day, String url, boolean board) {}

    /**
     * What is put in the papers.
     *
     * @param title of the paper; a long one is cut
     * @param pdf the file
     * @param decisions those asked for that are to be points of the agenda
     */
    record Handed(String title, InputStreamSource pdf, List<String> decisions) {}

    /** Coming meetings that the current actor may prepare, the earliest first. */
    List<Meeting> coming();

    /** A meeting; empty where there is none of this id, or the current actor may not see it. */
    Optional<Meeting> find(UUID meeting);

    /** The day of the board's last meeting before a day. */
    Optional<LocalDate> lastOfTheBoard(LocalDate before);

    /**
     * Puts a paper among those of a meeting; the same title again takes the place of what was there.
     *
     * @throws org.convergence.platform.database.Refused where nothing of the meeting changes any more
     */
    void put(UUID meeting, Handed paper);
}
