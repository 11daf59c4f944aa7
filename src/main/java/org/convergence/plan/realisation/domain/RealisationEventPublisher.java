package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationChanged;
import org.convergence.plan.realisation.RealisationRecorded;
import org.convergence.plan.realisation.RealisationWithdrawn;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the events of realisations in the current transaction: ids, days and amounts, never a name. */
@Component
record RealisationEventPublisher(ApplicationEventPublisher events, RealisationLinkRepository links) {

    void recorded(Realisation it) {
        events.publishEvent(new RealisationRecorded(
                Ids.next(),
                it.id(),
                it.state(),
                it.what().startsOn(),
                it.what().endsOn(),
                uuids(links.actions(it.id())),
                uuids(links.organisations(it.id())),
                total(it)));
    }

    void changed(Realisation it) {
        events.publishEvent(new RealisationChanged(
                Ids.next(),
                it.id(),
                it.state(),
                it.what().startsOn(),
                it.what().endsOn(),
                uuids(links.actions(it.id())),
                uuids(links.organisations(it.id())),
                total(it)));
    }

    void withdrawn(Realisation it) {
        events.publishEvent(new RealisationWithdrawn(
                Ids.next(), it.id(), it.what().startsOn(), it.what().endsOn()));
    }

    private static int total(Realisation it) {
        Participations all = it.numbers().participations();
        return all == null ? 0 : all.total();
    }

    private static Set<UUID> uuids(Collection<? extends Identifier> ids) {
        return ids.stream().map(Identifier::value).collect(Collectors.toSet());
    }
}
