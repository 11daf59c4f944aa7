package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** Resolutions, the latest first. */
public record ResolutionsPage(
        Form form, List<ResolutionListRow> rows, @Nullable String next) {

    /** A resolution. */
    public record ResolutionListRow(String label, String text, String url, String detail) {}
}
