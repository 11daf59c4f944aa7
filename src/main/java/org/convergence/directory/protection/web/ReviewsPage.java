package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;

/** What somebody did alone where two are needed, for another to look at. */
public record ReviewsPage(List<Waiting> waiting) {

    /**
     * One of them.
     *
     * @param hers whether it is the reader's own, which another reviews
     */
    public record Waiting(String when, String what, String reason, String url, boolean hers, Form form) {}
}
