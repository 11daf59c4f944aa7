/**
 * Who might join: an organisation or a person, the director who follows it, the next gesture and its day, and what came of it.
 * What was said with it is an exchange ({@code directory.exchange}), recorded from here and shown here. Serves lines 4.5 and
 * 5.2. Main words: prospect, follower, gesture, outcome. Admission is not here ({@code resources.membership}): a prospect ends
 * with it.
 */
@ApplicationModule(
        displayName = "Prospects",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.mail",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text",
            "directory.exchange",
            "directory.handover",
            "directory.people",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.prospect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
