package org.convergence.plan.actionplan;

/**
 * The five areas of the software, and safety, which crosses them; each means of a plan is tagged with one. The names
 * are neutral: an organisation's own objectives are data tagged with the same areas.
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
    /** Resources: strategy, dues, funding, the team. */
    RESOURCES,
    /** Safety in travel, in work and in situations of risk. */
    SAFETY
}
