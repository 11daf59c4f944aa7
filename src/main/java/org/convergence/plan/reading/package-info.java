/**
 * Reads a plan that an organisation already has on paper (text, Word, PDF) into objectives, means, actions and
 * sub-actions, with the conditions and areas that its words propose. Serves the first day of every organisation. Main
 * words: manuscript (the lines of the file), block (one title, item or paragraph made whole), outline, read plan.
 * The living plan is not here: it is plan.actionplan.
 */
@ApplicationModule(
        displayName = "Reading of a written plan",
        allowedDependencies = {
            "plan.actionplan",
            "platform.access",
            "platform.database",
            "platform.idempotency",
            "platform.jobs",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.plan.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
