/**
 * Charts, drawn on the server: shares of a whole, bars, columns by month, the timeline of a year, the tile map of
 * Québec's regions. Main words: a {@code Chart} is what is to be shown, a {@code Drawing} is how it looks, as SVG for the
 * page, painted for paper, as PNG for Word and mail, and as the table of the same figures. What the
 * figures mean is not here.
 */
@ApplicationModule(
        displayName = "Chart",
        allowedDependencies = {"platform.text", "platform.geography"})
@NullMarked
package org.convergence.platform.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
