package org.convergence.resources.ledger.web;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;

/** The addresses of this module. */
final class LedgerUrls {

    static final String HOME = "/resources/ledger";
    static final String INVOICES = HOME + "/invoices";
    static final String PAYMENTS = HOME + "/payments";
    static final String AGED = HOME + "/aged";
    static final String BANK = HOME + "/bank";
    static final String IMPORT = BANK + "/import";
    static final String DEPOSITS = HOME + "/deposits";
    static final String QUEUE = HOME + "/queue";
    static final String BATCHES = HOME + "/batches";
    static final String ACCOUNTS = HOME + "/accounts";
    static final String BOOKS = HOME + "/books";

    private LedgerUrls() {}

    static String invoice(InvoiceId id) {
        return INVOICES + "/" + id.value();
    }

    static String payment(PaymentId id) {
        return PAYMENTS + "/" + id.value();
    }

    static String line(BankLineId id) {
        return BANK + "/" + id.value();
    }

    static String deposit(DepositId id) {
        return DEPOSITS + "/" + id.value();
    }

    static String batch(BatchId id) {
        return BATCHES + "/" + id.value();
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
