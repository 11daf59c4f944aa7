package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * What becomes of an invoice.
 *
 * @param gesture {@code credit}, {@code write-off} or {@code delay}: the last part of its address and of its messages
 * @param decisions that may be cited; empty where none is known, or none is asked for
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
