package org.convergence.plan.howto.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How-tos on somebody else's page: of an action, of something that was done.
 *
 * @param rows those that say how it is done
 * @param add where one is written or tied, {@code null} for who may not
 */
public record HowToPart(List<Row> rows, @Nullable String add) {

    /**
     * One of them.
     *
     * @param url opened from here, it is used
     * @param gestures its own address, below which it is said to be true or not; {@code null} where it is not asked
     * @param from where one goes on
     */
    public record Row(
            HowTosPage.Row row, String url, @Nullable String gestures, String from) {}
}
