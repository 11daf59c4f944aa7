package org.convergence.platform.shell;

/** The style of a state, a notice or a segment of a bar: a colour, always with a shape. The caller gives the text. */
public enum Tone {
    /** Good, done: a full circle, green. */
    OK,
    /** Under way: a half circle, blue. */
    ACTIVE,
    /** To come: an empty circle. */
    AHEAD,
    /** Needs attention, postponed: a triangle, amber. */
    WARN,
    /** Late, missing, wrong: a diamond, red. */
    BAD,
    /** At rest, without request, dropped: a short line, grey. */
    REST;

    private final String style = name().toLowerCase(java.util.Locale.ROOT);

    /** The name of its CSS class. */
    public String style() {
        return style;
    }
}
