/**
 * Wage subsidies: programmes, the minimum wage by day, a file for each subsidised position from the request to the last
 * claim, claims computed from approved hours, and the weeks without a subsidised person. Serves line 5.3. Main words:
 * programme, file, step, claim, complement. Hours and contracts belong to {@code plan.time}; they are read, not copied.
 * Agreements of other funders claim on the same hours through {@link org.convergence.resources.subsidy.HourClaims}.
 */
@ApplicationModule(
        displayName = "Wage subsidies",
        allowedDependencies = {
            "platform.chart",
            "platform.document",
            "platform.idempotency",
            "platform.list",
            "platform.rendering",
            "directory.handover",
            "directory.people",
            "plan.realisation",
            "plan.time"
        })
@NullMarked
package org.convergence.resources.subsidy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
