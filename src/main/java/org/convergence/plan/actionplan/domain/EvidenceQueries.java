package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.PlanId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the evidence from the module that stores what was done, if there is one. */
@Component
record EvidenceQueries(ObjectProvider<EvidenceSource> source) {

    Map<ActionId, ActionEvidence> findByPlans(Collection<PlanId> plans) {
        EvidenceSource known = source.getIfAvailable();
        return known == null || plans.isEmpty() ? Map.of() : known.findByPlans(plans);
    }

    List<DatedRealisation> findRealisations(PlanId plan, LocalDate from, LocalDate to) {
        EvidenceSource known = source.getIfAvailable();
        return known == null ? List.of() : known.findRealisations(plan, from, to);
    }
}
