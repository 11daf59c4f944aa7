package org.convergence.plan.time.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;

/** Who is on leave from today on, and the form of more. */
public record LeavePage(List<Tab> tabs, List<Row> rows, Choosing choosing, Form form) {

    /** Some leave. */
    public record Row(UUID id, String person, String when) {}
}
