package org.convergence.plan.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.PaperDestination.MeetingPaperInput;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All meetings that accept papers, from all contributors. */
@Component
@Transactional
public class PaperDestinations {

    private final List<PaperDestination> all;

    PaperDestinations(List<PaperDestination> all) {
        this.all = all;
    }

    /** Coming meetings that the current actor may prepare: board meetings first, each the earliest first. */
    @Transactional(readOnly = true)
    public List<DestinationMeeting> findComing() {
        return all.stream()
                .flatMap(each -> each.findComing().stream())
                .sorted(Comparator.comparing((DestinationMeeting meeting) -> !meeting.board())
                        .thenComparing(DestinationMeeting::day))
                .toList();
    }

    /** A meeting, if the current actor may see it. */
    @Transactional(readOnly = true)
    public Optional<DestinationMeeting> find(UUID meeting) {
        return all.stream().flatMap(each -> each.find(meeting).stream()).findFirst();
    }

    /** The day of the last board meeting before a day. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastBoardMeeting(LocalDate before) {
        return all.stream()
                .flatMap(each -> each.lastBoardMeeting(before).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * Adds a paper to those of a meeting.
     *
     * @throws org.convergence.platform.database.Refused if the meeting is closed to changes
     */
    public void add(UUID meeting, MeetingPaperInput paper) {
        all.stream()
                .filter(each -> each.find(meeting).isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("meeting"))
                .add(meeting, paper);
    }
}
