/**
 * Reads an existing plan of an organisation (text, Word, Excel, PDF) into objectives, means, actions and sub-actions,
 * with the conditions and areas that its text suggests. Serves the first day of every organisation. Main words: manuscript (the
 * lines of the file), block (one complete title, item or paragraph), outline, read plan. The plan itself belongs to
 * plan.actionplan.
 */
@ApplicationModule(
        displayName = "Reading of a written plan",
        allowedDependencies = {"plan.actionplan", "platform.idempotency", "platform.jobs", "platform.redaction"})
@NullMarked
package org.convergence.plan.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
