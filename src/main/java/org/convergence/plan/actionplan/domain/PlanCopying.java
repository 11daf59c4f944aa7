package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.util.List;
import org.convergence.plan.actionplan.CarriedForward;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Writes the next plan: its rows, its lineage and the data attached to its lines. */
@Component
class PlanCopying {

    private final LineStore store;
    private final ContentsReader contents;
    private final Lineage lineage;
    private final List<CarriedForward> carried;
    private final OrganisationSettings settings;
    private final Clock clock;

    PlanCopying(
            LineStore store,
            ContentsReader contents,
            Lineage lineage,
            List<CarriedForward> carried,
            OrganisationSettings settings,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.lineage = lineage;
        this.carried = carried;
        this.settings = settings;
        this.clock = clock;
    }

    PlanId copy(NextPlan next) {
        var copy = new PlanCopy(
                contents.of(next.from()), contents.sections(next.from()), next, clock.instant(), settings.today());
        store.insertAll(List.of(copy.plan));
        for (List<?> rows :
                List.of(copy.sections, copy.objectives, copy.means, copy.actions, copy.parts, copy.followUps)) {
            store.insertAll(rows);
        }
        PlanId made = copy.plan.typedId();
        lineage.keep(made, next.from(), copy.lineage);
        lineage.keepSupport(copy.support);
        carried.forEach(each -> each.carry(copy.fromTo));
        return made;
    }
}
