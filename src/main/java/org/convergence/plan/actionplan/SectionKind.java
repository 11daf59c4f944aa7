package org.convergence.plan.actionplan;

/** What a part of a plan outside its objectives is about. */
public enum SectionKind {
    INTRODUCTION,
    /** What runs through all objectives. */
    PRIORITY,
    PRINCIPLES,
    TEAM,
    MISSION,
    CONTEXT,
    /** The objectives listed once before they are set out. */
    OVERVIEW,
    CONCLUSION,
    ANNEX,
    OTHER
}
