package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A contract to be written or corrected.
 *
 * @param person whose it is, {@code null} where that is still to be chosen
 * @param choosing the field for it, {@code null} where it is known
 * @param approver the field for who approves its weeks
 * @param remove where it is taken out, {@code null} for a new one
 */
public record ContractFormPage(
        @Nullable String person,
        @Nullable Choosing choosing,
        Choosing approver,
        List<Option> sources,
        List<String> days,
        String action,
        @Nullable String remove,
        Form form) {}
