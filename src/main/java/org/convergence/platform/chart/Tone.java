package org.convergence.platform.chart;

/**
 * The colour of a part of a chart; adjoining parts also have their own texture, so that colour is not the only
 * difference.
 */
public enum Tone {
    GREEN(Ink.GREEN),
    BLUE(Ink.BLUE),
    RED(Ink.RED),
    AMBER(Ink.AMBER),
    MUTED(Ink.MUTED),
    PALE(Ink.LINE);

    private final Ink ink;

    Tone(Ink ink) {
        this.ink = ink;
    }

    Ink ink() {
        return ink;
    }
}
