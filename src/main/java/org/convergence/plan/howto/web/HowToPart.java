package org.convergence.plan.howto.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How-tos on the page of an action or of a realisation.
 *
 * @param rows the how-tos
 * @param add where one is written or tied, {@code null} without the permission
 */
public record HowToPart(List<HowToPartRow> rows, @Nullable String add) {

    /**
     * A how-to.
     *
     * @param url opening it from here counts as a use
     * @param gestures the base address of its confirm and doubt operations; {@code null} if the reader is not asked
     * @param from the page to return to
     */
    public record HowToPartRow(
            HowToListPage.HowToRow row,
            String url,
            @Nullable String gestures,
            String from) {}
}
