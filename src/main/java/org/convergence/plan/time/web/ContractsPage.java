package org.convergence.plan.time.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Tab;

/** The contracts: current or future ones, and past ones. */
public record ContractsPage(List<Tab> tabs, List<ContractRow> current, List<ContractRow> past) {

    /** A contract. */
    public record ContractRow(
            UUID id, String person, String source, String week, String days, String period, String office) {}
}
