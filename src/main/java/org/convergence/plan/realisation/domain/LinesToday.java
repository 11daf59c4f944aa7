package org.convergence.plan.realisation.domain;

import java.util.List;
import org.convergence.plan.actionplan.PlanLine;
import org.springframework.stereotype.Component;

/**
 * Among which lines titles are read today. Every word of them is read once, and again when one of them changes: no more is
 * kept than what was asked for last.
 */
@Component
class LinesToday {

    private volatile ServedPolicy last = ServedPolicy.among(List.of());

    /** The policy among these lines. */
    ServedPolicy policy(List<PlanLine> lines) {
        ServedPolicy known = last;
        if (!known.isAmong(lines)) {
            known = ServedPolicy.among(lines);
            last = known;
        }
        return known;
    }
}
