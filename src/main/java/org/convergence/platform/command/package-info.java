/**
 * The command line: {@code convergence NAME ARGUMENTS}, for whoever runs the server. Each module contributes its own
 * commands; here they are found, run without a web server, and their refusals said in plain words.
 */
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {"platform.access", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
