/**
 * Prospects: an organisation or a person that may join, the director who follows it, the next step with its day, and
 * the outcome. Exchanges with it belong to {@code directory.exchange}; they are recorded and shown here. Serves lines
 * 4.5 and 5.2. Main words: prospect, follower, next step, outcome. Admission is not here ({@code
 * resources.membership}): a prospect ends with it.
 */
@ApplicationModule(
        displayName = "Prospects",
        allowedDependencies = {
            "platform.audit",
            "platform.list",
            "platform.mail",
            "directory.exchange",
            "directory.handover",
            "directory.people",
            "plan.realisation",
            "resources.membership",
            "resources.membership :: use-cases"
        })
@NullMarked
package org.convergence.resources.prospect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
