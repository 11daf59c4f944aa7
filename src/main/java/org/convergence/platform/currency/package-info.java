/**
 * Exchange rates with their interval, direction and source, and conversions that round once (R-PROJ-1 to R-PROJ-3).
 * Rates come from a file of the Bank of Canada, from any other list, or are typed. Serves line 5.3. Main words: rate,
 * interval, conversion. What is converted, and by which method of an agreement, belongs to other modules.
 */
@ApplicationModule(
        displayName = "Currencies",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.idempotency",
            "platform.list",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
