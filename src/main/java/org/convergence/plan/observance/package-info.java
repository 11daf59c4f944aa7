/**
 * Days that return each year, such as March 8 or May 1, and deadlines that do, such as the update at the registry: each
 * comes back weeks ahead, with what to remember, its how-tos and what was done last year. Some fall on another date each
 * year. Serves every line that has a day. Main words: observance, deadline, weeks ahead, prepared, not this year.
 * Deadlines of the plan's own lines are in {@code plan.actionplan}.
 */
@ApplicationModule(
        displayName = "Observances",
        allowedDependencies = {
            "platform.document",
            "platform.jobs",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.howto",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.observance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
