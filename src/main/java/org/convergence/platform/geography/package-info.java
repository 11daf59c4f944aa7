/**
 * Places of events: Québec's 17 administrative regions, the countries of the world, online, or several places at once.
 * Main type: {@code Place}, a value with a short code for columns, addresses and files. Postal addresses and maps are
 * elsewhere.
 */
@ApplicationModule(
        displayName = "Geography",
        allowedDependencies = {"platform.shell", "platform.text"})
@NullMarked
package org.convergence.platform.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
