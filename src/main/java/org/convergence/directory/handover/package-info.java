/**
 * Hand-over: when somebody leaves, all that she holds stands on one page with its deadlines and passes to who comes next in
 * one gesture, with a note; what cannot pass ends on her last day, or is listed for whoever decides. When somebody arrives,
 * her first page is made of what is hers, how it is done here and what was done before. Serves the team's condition: half of
 * it is always new. Main words: hand-over, holding, successor, note, pack. What there is to hold is not here: each module
 * says it by a {@code Holding}, and what goes with it by a {@code Background}.
 */
@ApplicationModule(
        displayName = "Hand-over",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.mail",
            "platform.rendering",
            "platform.settings",
            "platform.shell",
            "platform.text",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
