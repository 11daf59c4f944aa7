/**
 * Work that takes time or comes back: a job is asked for by a person, runs in her name, keeps its position, shows how
 * far it is, can be stopped and goes on after a kill without doing a step twice. Recurring work has a time of its own.
 * What a job does is not here: each module contributes its own.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"platform.access", "platform.database", "platform.shell", "platform.text"})
@NullMarked
package org.convergence.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
