package org.convergence.plan.realisation.domain;

import java.util.List;
import org.convergence.plan.actionplan.PlanLine;
import org.springframework.stereotype.Component;

/**
 * Caches the policy for the current plan lines; it is rebuilt when one of their words changes. Only the last set of
 * lines is kept.
 */
@Component
class LinesToday {

    private volatile ServedPolicy last = ServedPolicy.among(List.of());

    /** The policy for these lines. */
    ServedPolicy policy(List<PlanLine> lines) {
        ServedPolicy known = last;
        if (!known.isAmong(lines)) {
            known = ServedPolicy.among(lines);
            last = known;
        }
        return known;
    }
}
