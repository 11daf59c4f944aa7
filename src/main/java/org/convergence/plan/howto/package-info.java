/**
 * How things are done: one page, "marche à suivre", for each recurring task, kept up to date where it is used. A how-to
 * serves several actions, and those of next year; it shows when it was last used, and its readers confirm whether it is
 * still true. Serves the team's condition: half of it is always new. Main words: how-to, use, still true, to correct.
 * What is to be done, and by which person, is in plan.actionplan.
 */
@ApplicationModule(
        displayName = "How-to",
        allowedDependencies = {
            "platform.audit",
            "platform.rendering",
            "platform.search",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.howto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
