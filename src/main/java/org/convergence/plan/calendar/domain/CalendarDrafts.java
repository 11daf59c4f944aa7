package org.convergence.plan.calendar.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RecordingDraft;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Prefills the form of a realisation from a calendar entry. */
@Component
class CalendarDrafts implements RecordingDraft {

    private final Asking asking;
    private final Answering answering;
    private final OrganisationSettings settings;

    CalendarDrafts(Asking asking, Answering answering, OrganisationSettings settings) {
        this.asking = asking;
        this.answering = answering;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "plan.calendar";
    }

    @Override
    public Optional<Begun> of(UUID id) {
        return CurrentActor.get().may(CalendarPermissions.OWN) ? asking.one(id).map(this::begun) : Optional.empty();
    }

    /** No lines are set: the form proposes them from the title. */
    private Begun begun(Waiting it) {
        Happening what = happening(it, settings);
        return new Begun(
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
        answering.recorded(id, as);
    }

    /** The facts of a realisation according to an entry. */
    static Happening happening(Waiting it, OrganisationSettings settings) {
        String home = settings.current().homePlace();
        Place usual = home == null ? null : Place.find(home).orElse(null);
        return new Happening(
                it.title(),
                it.guess().kind(),
                new Days(it.day(), it.lastDay()),
                CalendarPolicy.place(it.place(), usual),
                null,
                it.guess().with());
    }
}
