/**
 * Invoices and payments: invoices numbered without gap, payments, what each settles, credits and write-offs, bank
 * statements and deposits, and the accountant's queue with its batches. Serves line 5.2. Main words: invoice, payment,
 * allocation, advance, reduction, bank line, deposit slip, entry, batch. The books stay in the accounting software; the
 * reason of an invoice belongs to the module that issues it (resources.dues, later tickets and gifts).
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {
            "platform.audit",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.list",
            "platform.mail",
            "platform.rendering",
            "platform.search",
            "platform.table",
            "directory.consent",
            "directory.people",
            "directory.representative"
        })
@NullMarked
package org.convergence.resources.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
