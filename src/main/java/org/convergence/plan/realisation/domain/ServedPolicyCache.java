package org.convergence.plan.realisation.domain;

import java.util.List;
import org.convergence.plan.actionplan.PlanLine;
import org.springframework.stereotype.Component;

/**
 * Caches the policy for the current plan lines; it is rebuilt when one of their words changes. Only the last set of
 * lines is kept.
 */
@Component
class ServedPolicyCache {

    private volatile ServedLinePolicy last = ServedLinePolicy.among(List.of());

    /** The policy for these lines. */
    ServedLinePolicy policy(List<PlanLine> lines) {
        ServedLinePolicy known = last;
        if (!known.isAmong(lines)) {
            known = ServedLinePolicy.among(lines);
            last = known;
        }
        return known;
    }
}
