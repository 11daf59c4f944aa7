package org.convergence.plan.time.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/** The contracts: current or future ones, and past ones. */
public record ContractsPage(List<Tab> tabs, List<ContractRow> current, List<ContractRow> past) {

    /**
     * The form of a contract.
     *
     * @param person the name, {@code null} if it is still to be chosen
     * @param choosing the field to choose the person, {@code null} if it is known
     * @param approver the field for the approver of its weeks
     * @param remove the address to delete it, {@code null} for a new one
     */
    public record ContractFormPage(
            @Nullable String person,
            @Nullable ChooserField choosing,
            ChooserField approver,
            List<Option> sources,
            List<String> days,
            String action,
            @Nullable String remove,
            Form form) {}

    /** A contract. */
    public record ContractRow(
            UUID id, String person, String source, String week, String days, String period, String office) {}
}
