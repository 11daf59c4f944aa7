package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/** The list of payments. */
public record PaymentListPage(
        ListFrame frame,
        List<Tab> tabs,
        List<PaymentRow> rows,
        @Nullable String add) {

    /** A part of the payer's name or of the reference. */
    static final Field<String> WORDS =
            Field.text("q", "ledger.payments.q", 1_000).optional();

    /** The payer. */
    static final Field<UUID> PARTY = Field.id("party", "ledger.field.payer").optional();

    /**
     * A payment.
     *
     * @param detail how it was paid
     */
    public record PaymentRow(String day, String name, String url, String detail, String amount) {}
}
