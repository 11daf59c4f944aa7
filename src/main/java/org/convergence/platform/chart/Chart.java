package org.convergence.platform.chart;

import org.convergence.platform.text.Words;

/** Something to be shown: its figures and the words around them. Drawn in the reader's language. */
public sealed interface Chart permits ShareBar, Bars, Columns, Load, Timeline, RegionMap {

    /** What it shows, in a few words. */
    String title();

    /** How it looks. */
    Drawing draw(Words words);
}
