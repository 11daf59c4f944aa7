package org.convergence.plan.howto.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of how-tos.
 *
 * @param groups those that need review first, then by area
 * @param writes whether the user may add one
 */
public record HowToListPage(List<HowToGroup> groups, boolean writes) {

    /**
     * How-tos on the page of an action or of a realisation.
     *
     * @param rows the how-tos
     * @param add where one is written or tied, {@code null} without the permission
     */
    public record HowToPart(
            List<HowToPartRow> rows, @Nullable String add) {

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

    /** How-tos under a heading. */
    public record HowToGroup(String title, List<HowToRow> rows) {}

    /**
     * A how-to.
     *
     * @param used in words
     * @param serves the lines that it serves, in words; {@code null} for none
     */
    public record HowToRow(
            String title,
            String url,
            Tone tone,
            String trust,
            String used,
            @Nullable String serves) {}
}
