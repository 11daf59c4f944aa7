package org.convergence.directory.handover.web;

import java.util.List;

/** Who leaves soon, and the hand-overs that took place. */
public record HandoversPage(List<Row> leaving, List<Row> past) {

    /** Somebody. */
    public record Row(String when, String name, String url) {}
}
