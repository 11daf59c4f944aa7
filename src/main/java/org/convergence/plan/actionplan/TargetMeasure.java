package org.convergence.plan.actionplan;

/** What a target counts. Figures of different measures are never compared. */
public enum TargetMeasure {
    /** Done realisations, of given kinds or of any. */
    REALISATIONS,
    /** Participations: one person at two activities is two. */
    PARTICIPATIONS,
    /** Organisations that took part, each once. */
    ORGANISATIONS,
    /** Hours of staff and volunteers. */
    HOURS,
    /** Copies handed out. */
    COPIES,
    /** One deliverable: a study, a web site, an application. */
    DELIVERABLE
}
