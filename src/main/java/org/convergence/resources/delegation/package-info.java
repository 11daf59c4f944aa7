/**
 * The rights of members on a day: delegates and votes, from the table in force for the category, the headcount, and
 * decisions of suspension, each explained in a sentence. Serves lines 4.1 and 5.2. Main words: by-law, step,
 * delegation, suspension. Good standing informs here and removes nothing (R-DELEG-2). Attendance at the assembly is not
 * here ({@code outreach.assembly}).
 */
@ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {
            "platform.audit",
            "platform.list",
            "platform.table",
            "directory.people",
            "directory.representative",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
