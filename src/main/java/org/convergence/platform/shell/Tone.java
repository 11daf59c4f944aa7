package org.convergence.platform.shell;

/** How a state, a notice or a part of a bar is drawn: a colour, and always a shape with it. The word is the caller's. */
public enum Tone {
    /** Good, done: a full circle, green. */
    OK,
    /** Under way: a half circle, blue. */
    ACTIVE,
    /** To come: an empty circle. */
    AHEAD,
    /** Needs a look, postponed: a triangle, amber. */
    WARN,
    /** Late, missing, wrong: a diamond, red. */
    BAD,
    /** At rest, without request, dropped: a short line, grey. */
    REST;

    private final String style = name().toLowerCase(java.util.Locale.ROOT);

    /** The name of its style. */
    public String style() {
        return style;
    }
}
