package org.convergence.resources.ledger.web;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;

/** The addresses of this module. */
final class LedgerUrls {

    static final String HOME = "/resources/ledger";
    static final String INVOICES = HOME + "/invoices";
    static final String PAYMENTS = HOME + "/payments";
    static final String AGED = HOME + "/aged";

    private LedgerUrls() {}

    static String invoice(InvoiceId id) {
        return INVOICES + "/" + id.value();
    }

    static String payment(PaymentId id) {
        return PAYMENTS + "/" + id.value();
    }

    /** The address to enter a payment of a party. */
    static String newPayment(@Nullable Party from) {
        return PAYMENTS + "/new" + (from == null ? "" : "?" + partyParameter(from) + "=" + from.value());
    }

    /** The parameter of a party: “organisation” or “person”. */
    static String partyParameter(Party party) {
        return party instanceof OrganisationId ? "organisation" : "person";
    }
}
