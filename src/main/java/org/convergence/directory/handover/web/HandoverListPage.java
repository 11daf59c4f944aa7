package org.convergence.directory.handover.web;

import java.util.List;

/** Coming departures and completed hand-overs. */
public record HandoverListPage(List<HandoverRow> leaving, List<HandoverRow> past) {

    /** A person's line. */
    public record HandoverRow(String when, String name, String url) {}
}
