/**
 * Days that return each year, such as March 8 or May 1: each comes back weeks ahead, with what to remember and what was
 * done last year. Serves every line that has a day. Main words: observance, weeks ahead, prepared, not this year.
 * Deadlines of the plan's own lines are in {@code plan.actionplan}.
 */
@ApplicationModule(
        displayName = "Observances",
        allowedDependencies = {
            "platform.jobs",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.observance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
