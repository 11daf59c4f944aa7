package org.convergence.plan.actionplan;

/** The subject of a section outside the objectives. */
public enum SectionKind {
    INTRODUCTION,
    /** Runs through all objectives. */
    PRIORITY,
    PRINCIPLES,
    TEAM,
    MISSION,
    CONTEXT,
    /** The list of objectives, before their details. */
    OVERVIEW,
    CONCLUSION,
    ANNEX,
    OTHER
}
