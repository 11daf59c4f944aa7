package org.convergence.platform.chart;

import org.convergence.platform.text.Words;

/** A chart: its figures and texts. Drawn in the reader's language. */
public sealed interface Chart permits ShareBar, BarChart, ColumnChart, LoadChart, Timeline, RegionMap, TreeChart {

    /** Its title, in a few words. */
    String title();

    Drawing draw(Words words);
}
