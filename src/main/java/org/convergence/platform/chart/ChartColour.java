package org.convergence.platform.chart;

import java.util.Locale;

/** The colours on paper; on screen, {@code charts.css} gives each a colour for the light and the dark theme. */
enum ChartColour {
    INK("#1c2430"),
    MUTED("#5b6470"),
    LINE("#d9d5cc"),
    SURFACE("#ffffff"),
    GREEN("#2e6b3f"),
    BLUE("#1f4e79"),
    RED("#b3261e"),
    AMBER("#8a5a00");

    private final String colour;

    ChartColour(String colour) {
        this.colour = colour;
    }

    /** Six hexadecimal figures after a number sign. */
    String colour() {
        return colour;
    }

    String fillClass() {
        return "f-" + name().toLowerCase(Locale.ROOT);
    }

    String strokeClass() {
        return "s-" + name().toLowerCase(Locale.ROOT);
    }
}
