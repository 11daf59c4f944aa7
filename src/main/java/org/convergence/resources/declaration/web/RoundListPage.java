package org.convergence.resources.declaration.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/** The rounds, the latest first. */
public record RoundListPage(List<RoundListRow> rows, boolean mayPrepare) {

    /** A round. */
    public record RoundListRow(String title, String url, String detail, Tone tone, String state) {}
}
