package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/** The list of payments. */
public record PaymentListPage(
        Form form,
        List<Tab> tabs,
        List<PaymentRow> rows,
        @Nullable String first,
        @Nullable String next,
        @Nullable String add) {

    /**
     * A payment.
     *
     * @param detail how it was paid
     * @param back whether it is reversed, or reverses one
     */
    public record PaymentRow(String day, String name, String url, String detail, String amount, boolean back) {}
}
