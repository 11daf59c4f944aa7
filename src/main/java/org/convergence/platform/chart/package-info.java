/**
 * Charts, drawn on the server: shares of a whole, bars, columns by month, the timeline of one or more years, the tile map of
 * Québec's regions. Main types: a {@code Chart} holds the figures; a {@code Drawing} renders them as SVG for the page,
 * painted in a PDF, as PNG for Word and mail, and as a table of the same figures.
 */
@ApplicationModule(
        displayName = "Chart",
        allowedDependencies = {"platform.text", "platform.geography"})
@NullMarked
package org.convergence.platform.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
