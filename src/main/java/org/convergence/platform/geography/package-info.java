/**
 * Where things happen: Québec's 17 administrative regions, the countries of the world, online, or several places at once.
 * Main word: {@code Place}, one value with a short code that columns, addresses and files carry. Postal addresses and the
 * drawing of maps are not here.
 */
@ApplicationModule(
        displayName = "Geography",
        allowedDependencies = {"platform.text"})
@NullMarked
package org.convergence.platform.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
