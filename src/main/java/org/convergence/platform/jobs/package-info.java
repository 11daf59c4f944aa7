/**
 * Long and recurring work: a job is requested by a person, runs as that person, keeps its position, shows its progress,
 * can be stopped and resumes after a kill without repeating a step. Recurring work runs at its own times. Each module
 * contributes its own jobs.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"platform.access", "platform.database", "platform.shell", "platform.text"})
@NullMarked
package org.convergence.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
