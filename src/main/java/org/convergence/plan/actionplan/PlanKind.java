package org.convergence.plan.actionplan;

/** The purpose of a plan; plans of several kinds coexist, and one realisation serves them all. */
public enum PlanKind {
    /** The plan of one year of work. */
    ANNUAL,
    /** A programme of several years, for instance a funder's. */
    PROGRAMME,
    /** Strategic directions. */
    DIRECTIONS
}
