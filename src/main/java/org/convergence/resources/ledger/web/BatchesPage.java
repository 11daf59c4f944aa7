package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;

/** The accountant's batches. */
public record BatchesPage(List<Tab> tabs, List<BatchRow> rows) {

    /** A batch. */
    public record BatchRow(String number, String url, String detail, Tone tone, String state) {}
}
