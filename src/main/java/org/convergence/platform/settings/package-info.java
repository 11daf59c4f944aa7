/**
 * What the organisation says of itself: its name, languages, time zone, fiscal year and usual place. Set when the
 * installation is founded, changed by the administrator. What only starts the program (ports, addresses, keys) is
 * configuration and not here.
 */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"platform.access", "platform.audit", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
