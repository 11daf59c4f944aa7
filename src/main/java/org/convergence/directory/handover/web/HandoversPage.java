package org.convergence.directory.handover.web;

import java.util.List;

/** Coming departures and completed hand-overs. */
public record HandoversPage(List<Row> leaving, List<Row> past) {

    /** A person's line. */
    public record Row(String when, String name, String url) {}
}
