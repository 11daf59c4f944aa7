/**
 * What members owe, and why: rates adopted by a decision, by category, from a day on; the call of a year, computed on one
 * reference date and shown before anything is sent. Serves line 5.2. Main words: rate, bracket, call, share. Who is a member
 * and how many people each declares is not here (resources.membership), nor what was paid.
 */
@ApplicationModule(
        displayName = "Dues",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.settings",
            "platform.shell",
            "platform.table",
            "platform.text",
            "directory.people",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.dues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
