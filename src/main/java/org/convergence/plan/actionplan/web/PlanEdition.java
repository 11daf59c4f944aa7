package org.convergence.plan.actionplan.web;

/** The forms in which a plan leaves the house. */
public enum PlanEdition {
    /** The text that was adopted. */
    ADOPTED,
    /** The text as it stands, with what was amended. */
    TEXT,
    /** Line by line, who, when and how far. */
    FOLLOWED
}
