package org.convergence.plan.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.time.TimeProposal;
import org.convergence.platform.access.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * Proposes the hours of what is past in her calendars and was not answered yet: on the actions that their titles say, else
 * as running the office. What she recorded comes with its realisation, what does not count not at all.
 */
@Component
class CalendarProposals implements TimeProposal {

    private final Asking asking;

    CalendarProposals(Asking asking) {
        this.asking = asking;
    }

    @Override
    public List<Proposed> of(PersonId me, List<LocalDate> days, Collection<LocalDate> working) {
        if (!CurrentActor.get().may(CalendarPermissions.OWN)) {
            return List.of();
        }
        return asking.waiting(days.get(0), days.get(days.size() - 1)).stream()
                .filter(it -> it.said() == null)
                .flatMap(it -> it.hours() == null
                        ? Stream.empty()
                        : Stream.of(new Proposed(
                                it.day(), it.hours(), it.guess().actions(), null, later(it.endsAt(), it.seenAt()))))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
