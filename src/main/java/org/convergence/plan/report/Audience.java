package org.convergence.plan.report;

/** To whom a report is owed. */
public enum Audience {
    /** The assembly of the members: the annual report. */
    ANNUAL
}
