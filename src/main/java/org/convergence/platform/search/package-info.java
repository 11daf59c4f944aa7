/**
 * The one search field. Each module that has something to find contributes a
 * {@link org.convergence.platform.search.SearchSource}; the results are grouped by source, in the sources' order, and
 * only what the actor may see. How a name is found, accents and typing errors forgiven, is the source's own affair.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform.access", "platform.shell", "platform.text"})
@NullMarked
package org.convergence.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
