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

/** All the meetings in whose papers something can be put, whoever keeps them. */
@Component
@Transactional
public class PaperDestinations {

    private final List<PaperDestination> all;

    PaperDestinations(List<PaperDestination> all) {
        this.all = all;
    }

    /** Coming meetings that the current actor may prepare: those of the board first, the earliest first. */
    @Transactional(readOnly = true)
    public List<Meeting> coming() {
        return all.stream()
                .flatMap(each -> each.coming().stream())
                .sorted(Comparator.comparing((Meeting meeting) -> !meeting.board())
                        .thenComparing(Meeting::day))
                .toList();
    }

    /** A meeting, as far as the current actor may see it. */
    @Transactional(readOnly = true)
    public Optional<Meeting> find(UUID meeting) {
        return all.stream().flatMap(each -> each.find(meeting).stream()).findFirst();
    }

    /** The day of the board's last meeting before a day. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastOfTheBoard(LocalDate before) {
        return all.stream()
                .flatMap(each -> each.lastOfTheBoard(before).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * Puts a paper among those of a meeting.
     *
     * @throws org.convergence.platform.database.Refused where nothing of the meeting changes any more
     */
    public void put(UUID meeting, Handed paper) {
        all.stream()
                .filter(each -> each.find(meeting).isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("meeting"))
                .put(meeting, paper);
    }
}
