package org.convergence.education.tool;

/** The kind of a tool. */
public enum ToolKind {
    COMIC,
    SHEET,
    GUIDE,
    GAME,
    EXHIBITION,
    VIDEO,
    KIT,
    WEBSITE,
    OTHER;

    /** Message key of its name. */
    public String key() {
        return "tool.kind." + name();
    }

    /** Whether it is lent and comes back. */
    public boolean isLent() {
        return this == KIT || this == EXHIBITION || this == GAME;
    }
}
