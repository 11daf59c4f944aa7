package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.util.List;
import org.convergence.plan.actionplan.LineCarryOver;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Writes the next plan: its rows, its lineage and the data attached to its lines. */
@Component
class PlanCopyWriter {

    private final PlanLineRepository store;
    private final PlanContentsQueries contents;
    private final LineageRepository lineage;
    private final List<LineCarryOver> carried;
    private final OrganisationSettings settings;
    private final Clock clock;

    PlanCopyWriter(
            PlanLineRepository store,
            PlanContentsQueries contents,
            LineageRepository lineage,
            List<LineCarryOver> carried,
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
        var copy = new PlanCopyRows(
                contents.findByPlans(next.from()),
                contents.sections(next.from()),
                next,
                clock.instant(),
                settings.today());
        store.insertAll(List.of(copy.plan));
        for (List<?> rows :
                List.of(copy.sections, copy.objectives, copy.means, copy.actions, copy.parts, copy.followUps)) {
            store.insertAll(rows);
        }
        PlanId made = copy.plan.typedId();
        lineage.insert(made, next.from(), copy.lineage);
        lineage.insertSupport(copy.support);
        carried.forEach(each -> each.carry(copy.fromTo));
        return made;
    }
}
