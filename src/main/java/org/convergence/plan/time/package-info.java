/**
 * The hours of the team: contracts, holidays, closures and leave; each person's sheet of the week, by line of the plan;
 * and the remaining capacity of the team, by month. Serves lines 4.1 and 5.1, and the team's condition: few people, on
 * short contracts, who account for every hour. Main words: contract, availability, sheet, entry, promised hours.
 * Salaries are not here, nor the reason of leave: it is never asked.
 */
@ApplicationModule(
        displayName = "Time",
        allowedDependencies = {
            "platform.audit",
            "platform.chart",
            "platform.idempotency",
            "platform.list",
            "platform.rendering",
            "platform.table",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
