/**
 * What membership gives right to on a day: delegates and votes of each member, from the table of its category that was in force,
 * its headcount, and the decisions that suspended it, each explained in a sentence. Serves lines 4.1 and 5.2. Main words:
 * by-law, step, delegation, suspension. Standing informs here and takes nothing away (R-DELEG-2). Who comes to the assembly is
 * not here ({@code outreach.assembly}).
 */
@ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text",
            "directory.people",
            "directory.representative",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
