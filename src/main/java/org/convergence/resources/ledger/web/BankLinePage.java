package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A bank line.
 *
 * @param settle the form that settles it; {@code null} without permission, or once identified
 * @param aside the form that sets it aside
 * @param refused why an action failed, if its form is no longer shown
 */
public record BankLinePage(
        BankPage.BankLineRow line,
        @Nullable PaymentFormPage settle,
        @Nullable Form aside,
        List<Option> reasons,
        List<String> refused,
        boolean records) {}
