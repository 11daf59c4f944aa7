package org.convergence.plan.actionplan.web;

/** The editions in which a plan is exported. */
public enum PlanEdition {
    /** The adopted text. */
    ADOPTED,
    /** The current text, with its amendments. */
    TEXT,
    /** The lines with their follow-up. */
    FOLLOWED
}
