package org.convergence.plan.actionplan;

/** What a plan is for; several kinds live together, and one realisation serves them all. */
public enum PlanKind {
    /** The plan of one year of work. */
    ANNUAL,
    /** A programme of several years, for instance a funder's. */
    PROGRAMME,
    /** Strategic directions that came out of a reflection. */
    DIRECTIONS
}
