package org.convergence.plan.calendar.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RecordingDraftSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Prefills the form of a realisation from a calendar entry. */
@Component
record CalendarDraftSource(
        WaitingEntryQueries waitingEntries, CalendarAnswerService calendarAnswerService, OrganisationSettings settings)
        implements RecordingDraftSource {

    @Override
    public String kind() {
        return "plan.calendar";
    }

    @Override
    public Optional<DraftValues> find(UUID id) {
        return CurrentActor.get().may(CalendarPermissions.OWN)
                ? waitingEntries.findById(id).map(this::toDraft)
                : Optional.empty();
    }

    /** No lines are set: the form proposes them from the title. */
    private DraftValues toDraft(WaitingEntry it) {
        RealisationDetails what = toDetails(it, settings);
        return new DraftValues(
                what.title(),
                what.when(),
                what.place(),
                List.copyOf(what.organisations()),
                Set.of(),
                List.of(),
                it.hours());
    }

    @Override
    public void recorded(UUID id, RealisationId as) {
        calendarAnswerService.markRecorded(id, as);
    }

    /** The facts of a realisation according to an entry. */
    static RealisationDetails toDetails(WaitingEntry it, OrganisationSettings settings) {
        String home = settings.current().homePlace();
        Place usual = home == null ? null : Place.findByCode(home).orElse(null);
        return new RealisationDetails(
                it.title(),
                it.guess().kind(),
                new DayRange(it.day(), it.lastDay()),
                CalendarPolicy.placeOf(it.place(), usual),
                null,
                it.guess().with());
    }
}
