package org.convergence.plan.actionplan;

/**
 * The five rooms of the software to which each means of a plan is tagged, and safety, which runs through them. The names
 * are neutral: an organisation's own objectives, four axes or seven priorities, are data tagged to the same areas.
 */
public enum Area {
    /** Learning and teaching: internships, workshops, dossiers, tools. */
    EDUCATION,
    /** Work with partners: projects, new requests, contacts abroad, watch by country. */
    COOPERATION,
    /** Public positions, pressure on decision-makers, coalitions. */
    ADVOCACY,
    /** Life with the members and visibility: bodies, representations, communication, events. */
    OUTREACH,
    /** Means of action: strategy, dues, funding, the team. */
    RESOURCES,
    /** Care for those who travel, work or take risks. */
    SAFETY
}
