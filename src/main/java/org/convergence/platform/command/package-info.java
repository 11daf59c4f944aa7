/**
 * The command line for administrators: {@code convergence NAME ARGUMENTS}. Each module contributes its commands; this
 * module finds them, runs them without a web server, and prints refusals in plain text.
 */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {"platform.access", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
