package org.convergence.plan.actionplan.domain;

import org.convergence.plan.actionplan.PlanKind;

/** Which lines contribute to which (R-LINK-1): those of a plan to those of one that looks further ahead. */
final class LinkPolicy {

    private LinkPolicy() {}

    /** A year's plan contributes to programmes and directions, a programme to directions. So no circle can come about. */
    static boolean contributes(PlanKind one, PlanKind to) {
        return one.compareTo(to) < 0;
    }
}
