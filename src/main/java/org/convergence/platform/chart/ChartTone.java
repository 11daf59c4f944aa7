package org.convergence.platform.chart;

/**
 * The colour of a part of a chart; adjoining parts also have their own texture, so that colour is not the only
 * difference.
 */
public enum ChartTone {
    GREEN(ChartColour.GREEN),
    BLUE(ChartColour.BLUE),
    RED(ChartColour.RED),
    AMBER(ChartColour.AMBER),
    MUTED(ChartColour.MUTED),
    PALE(ChartColour.LINE);

    private final ChartColour ink;

    ChartTone(ChartColour ink) {
        this.ink = ink;
    }

    ChartColour ink() {
        return ink;
    }
}
