/**
 * Fetches an address outside the organisation: a calendar, a feed. Addresses inside its own network are never
 * requested, whatever a name, a redirection or a second reply of the name server says, unless the administrator allows
 * the host. What a calendar holds is left to the caller; feeds are read here.
 */
@ApplicationModule(
        displayName = "Fetch",
        allowedDependencies = {"platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
