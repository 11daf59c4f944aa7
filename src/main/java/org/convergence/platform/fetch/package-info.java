/**
 * Reads an address outside the organisation: a calendar, a feed. Nothing inside its own network is ever asked, whatever a
 * name, a redirection or a second answer of the name server says, unless the administrator names the host. Main words:
 * outside, what is asked, what came. What is read there is not known here.
 */
@ApplicationModule(
        displayName = "Fetch",
        allowedDependencies = {"platform.database"})
@NullMarked
package org.convergence.platform.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
