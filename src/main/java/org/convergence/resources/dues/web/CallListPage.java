package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** Calls for dues, the latest first. */
public record CallListPage(List<CallListRow> rows, @Nullable String add) {

    /** A call. */
    public record CallListRow(String name, String url, String detail, Tone tone, String state) {}
}
