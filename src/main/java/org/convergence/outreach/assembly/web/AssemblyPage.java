package org.convergence.outreach.assembly.web;

import java.util.List;

/** All bodies. */
public record AssemblyPage(List<BodyRow> bodies, boolean keeps) {

    /** A body. */
    public record BodyRow(String name, String url, String detail) {}
}
