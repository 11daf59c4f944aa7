package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bank.
 *
 * @param settle where one says what it settles; {@code null} where nobody may, or it is said
 * @param aside where one says why it is nobody's payment
 * @param refused why a gesture was not done, where its form is not there any more
 */
public record BankLinePage(
        BankPage.Row line,
        @Nullable PaymentFormPage settle,
        @Nullable Form aside,
        List<Option> reasons,
        List<String> refused,
        boolean records) {}
