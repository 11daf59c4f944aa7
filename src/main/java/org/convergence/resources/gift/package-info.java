/**
 * Gifts: who gave what, when and for what purpose; monthly commitments with the months that are missing; thanks, and the
 * account of a year that tells donors what their gifts did. Serves line 5.2. Main words: gift, donor, commitment, account.
 * Money is in {@code resources.ledger} and {@code resources.fund}: a gift joins both to its donor. Appeals are in {@code
 * resources.appeal}.
 */
@ApplicationModule(
        displayName = "Gifts",
        allowedDependencies = {
            "platform.currency",
            "platform.idempotency",
            "platform.imports",
            "platform.imports :: web",
            "platform.list",
            "platform.mail",
            "platform.rendering",
            "platform.search",
            "directory.consent",
            "directory.people",
            "directory.people :: imports",
            "directory.people :: use-cases",
            "resources.fund",
            "resources.fund :: use-cases",
            "resources.ledger",
            "resources.ledger :: use-cases"
        })
@NullMarked
package org.convergence.resources.gift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
