package org.convergence.outreach.assembly.web;

import java.util.List;

/** All bodies, and the coming meetings. */
public record AssemblyPage(List<MeetingRow> ahead, List<BodyRow> bodies, boolean keeps, boolean prepares) {

    /** A body. */
    public record BodyRow(String name, String url, String detail) {}
}
