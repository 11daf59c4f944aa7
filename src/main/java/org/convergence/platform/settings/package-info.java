/**
 * The organisation's settings: its name, languages, time zone, fiscal year, usual place, and the details that its
 * papers and letters show. Set when the installation
 * is set up, changed by the administrator. Configuration for starting the program (ports, addresses, keys) is
 * elsewhere.
 */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"platform.access", "platform.audit", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
