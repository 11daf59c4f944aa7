/**
 * Restricted funds: a gift, a bequest or a decision of the board that serves one purpose only, with its rules, its
 * committee, the decisions it cites, its movements and their roll-forward; and the deferred contributions of
 * agreements. Serves line 5.2. Main words: fund, nature, movement, recognised, roll-forward, deferred contribution. The
 * books stay with the accountant; expenses by line are in {@code resources.spending}, agreements in {@code
 * resources.grant}.
 */
@ApplicationModule(
        displayName = "Funds",
        allowedDependencies = {
            "directory.consent",
            "directory.people",
            "resources.grant",
            "resources.ledger :: use-cases"
        })
@NullMarked
package org.convergence.resources.fund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
