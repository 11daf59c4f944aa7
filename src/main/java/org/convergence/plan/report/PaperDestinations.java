package org.convergence.plan.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.report.PaperDestination.Handed;
import org.convergence.plan.report.PaperDestination.Meeting;
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
    public List<Meeting> coming() {
        return all.stream()
                .flatMap(each -> each.coming().stream())
                .sorted(Comparator.comparing((Meeting meeting) -> !meeting.board())
                        .thenComparing(Meeting::day))
                .toList();
    }

    /** A meeting, if the current actor may see it. */
    @Transactional(readOnly = true)
    public Optional<Meeting> find(UUID meeting) {
        return all.stream().flatMap(each -> each.find(meeting).stream()).findFirst();
    }

    /** The day of the last board meeting before a day. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastOfTheBoard(LocalDate before) {
        return all.stream()
                .flatMap(each -> each.lastOfTheBoard(before).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * Adds a paper to those of a meeting.
     *
     * @throws org.convergence.platform.database.Refused if the meeting is closed to changes
     */
    public void put(UUID meeting, Handed paper) {
        all.stream()
                .filter(each -> each.find(meeting).isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("meeting"))
                .put(meeting, paper);
    }
}
