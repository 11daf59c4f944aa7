package org.convergence.plan.time.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;

/** The leave of the team from today on, and the form of a new one. */
public record LeavePage(List<Tab> tabs, List<LeaveRow> rows, ChooserField choosing, Form form) {

    /** Leave of a person. */
    public record LeaveRow(UUID id, String person, String when) {}
}
