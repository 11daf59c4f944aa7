package org.convergence.plan.actionplan.domain;

import org.convergence.plan.actionplan.PlanKind;

/** Which lines contribute to which (R-LINK-1): those of a plan to those of a longer-term one. */
final class LinkPolicy {

    private LinkPolicy() {}

    /** An annual plan contributes to programmes and directions, a programme to directions. So no cycle is possible. */
    static boolean contributes(PlanKind one, PlanKind to) {
        return one.compareTo(to) < 0;
    }
}
