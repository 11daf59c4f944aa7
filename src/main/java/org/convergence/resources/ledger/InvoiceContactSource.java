package org.convergence.resources.ledger;

import java.util.Optional;

/**
 * Gives the address to which an invoice is sent one by one; implemented by the modules that issue such invoices. Invoices
 * of calls have letters of their own.
 */
public interface InvoiceContactSource {

    /** The address; empty if the invoice is none of the module's, or no address is known. */
    Optional<String> findMail(InvoiceId invoice);
}
