package org.convergence.outreach.assembly.web;

import java.util.List;

/**
 * All bodies, and the coming meetings.
 *
 * @param choosing whether one of them is chosen for an item that begins with a text
 * @param dates the questions about dates that are open
 */
public record AssemblyPage(
        List<MeetingRow> ahead,
        boolean choosing,
        List<PageLink> dates,
        List<BodyRow> bodies,
        boolean keeps,
        boolean prepares) {

    /** A body. */
    public record BodyRow(String name, String url, String detail) {}
}
