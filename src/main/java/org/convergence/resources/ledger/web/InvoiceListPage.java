package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.jspecify.annotations.Nullable;

/**
 * The list of invoices.
 *
 * @param lead how many, and what is owed of them
 * @param records whether the user may enter payments
 */
public record InvoiceListPage(ListFrame frame, List<Tab> tabs, String lead, List<InvoiceRow> rows, boolean records) {

    /** A part of a name or a number. */
    static final Field<String> WORDS = Field.text("q", "ledger.filter.q", 1_000).optional();

    /** The state; open invoices by default. */
    static final Field<InvoiceSelection> WHICH = Field.choice(
                    "which", "ledger.filter.which", List.of(InvoiceSelection.values()), InvoiceSelection::key)
            .optional();

    /** The debtor or payer. */
    static final Field<UUID> PARTY = Field.id("party", "ledger.field.party").optional();

    /** The day of the balances. */
    public static final Field<LocalDate> ON =
            Field.date("on", "ledger.filter.on").optional();

    /**
     * An invoice.
     *
     * @param payer if it is not the debtor; empty where it is the same
     * @param due the day payment is expected, a granted delay included
     * @param pay the address to enter its payment; {@code null} where nothing is owed, or without permission
     */
    public record InvoiceRow(
            String number,
            String url,
            String name,
            String payer,
            String subject,
            String due,
            String total,
            String balance,
            Tone tone,
            String state,
            @Nullable String pay) {}

    /** The states to choose from besides the default. */
    public List<Option> states(Words t) {
        return WHICH.options().apply(t).stream()
                .filter(each -> !each.value().equals(InvoiceSelection.OPEN.name()))
                .toList();
    }

    /** The address of the filtered list as a file. */
    public String file(String format) {
        return frame.address().at(LedgerUrls.INVOICES + "/export." + format).toString();
    }
}
