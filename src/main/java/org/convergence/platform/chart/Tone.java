package org.convergence.platform.chart;

/** The colour of a part of a chart; each also has its own texture where parts touch, so that colour is never alone. */
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
