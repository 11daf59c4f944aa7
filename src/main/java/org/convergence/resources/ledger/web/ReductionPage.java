package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * The form that credits, writes off or delays an invoice.
 *
 * @param gesture {@code credit}, {@code write-off} or {@code delay}: the last part of its address and of its message
 *     keys
 * @param decisions that may be cited; empty where none is known or needed
 */
public record ReductionPage(
        String gesture,
        String number,
        String debtor,
        String url,
        String total,
        String balance,
        Form form,
        List<Option> decisions) {}
