/**
 * How things are done here: one page for each thing that comes back, its "marche à suivre", kept up to date where it is
 * used. A page serves several actions, and those of next year; it says when it was used last, and whoever uses it says
 * whether it is still true. Serves the team's condition: half of it is always new. Main words: how-to, use, still true, to
 * correct. What is to be done, and by whom, is not here (plan.actionplan).
 */
@ApplicationModule(
        displayName = "How-to",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.rendering",
            "platform.search",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.handover",
            "directory.people",
            "plan.actionplan",
            "plan.realisation"
        })
@NullMarked
package org.convergence.plan.howto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
