package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.ledger.domain.InvoiceQueries;

/** The payment state of a line of a call, the most urgent first. */
public enum CallLineState {
    LATE,
    OWED,
    SETTLED,
    NOT_INVOICED;

    static CallLineState of(List<InvoiceQueries.InvoiceSummary> invoices, LocalDate today) {
        if (invoices.isEmpty()) {
            return NOT_INVOICED;
        }
        List<InvoiceQueries.InvoiceSummary> open =
                invoices.stream().filter(it -> it.balance().isPositive()).toList();
        return open.isEmpty()
                ? SETTLED
                : open.stream().anyMatch(it -> it.expectedOn().isBefore(today)) ? LATE : OWED;
    }

    /** The message key of its name. */
    public String key() {
        return "dues.call.state." + name();
    }
}
