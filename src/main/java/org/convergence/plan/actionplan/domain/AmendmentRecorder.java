package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.util.List;
import org.convergence.plan.actionplan.PlanAmended;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records the changes of adopted plans. */
@Component
class AmendmentRecorder {

    private final PlanLineRepository store;
    private final ApplicationEventPublisher events;
    private final OrganisationSettings settings;
    private final Clock clock;

    AmendmentRecorder(
            PlanLineRepository store, ApplicationEventPublisher events, OrganisationSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a revision with its note, unless it changes nothing that was adopted.
     *
     * @throws Refused if the decision date is in the future
     */
    void record(PlanId plan, LineRevision revision, AmendmentNote note) {
        if (note.decidedOn().isAfter(settings.today())) {
            throw new Refused("actionplan.refused.decided-in-future");
        }
        if (revision.changes().isEmpty()) {
            return;
        }
        var amendment = new Amendment(
                Ids.next(),
                plan,
                note.decidedOn(),
                note.reason(),
                note.number(),
                clock.instant(),
                revision.level(),
                revision.line(),
                revision.changes().stream().sorted().toList(),
                shortened(revision.label()),
                revision.before(),
                revision.after());
        store.insertAll(List.of(amendment));
        events.publishEvent(new PlanAmended(plan.value(), amendment.id(), note.decidedOn()));
    }

    private static String shortened(String label) {
        return TextShortener.shorten(label, 300);
    }
}
