/**
 * The one search field. Each module with searchable records contributes a {@link
 * org.convergence.platform.search.SearchSource}; results are grouped by source, in the sources' order, and limited to
 * what the actor may see. Each source handles accents and typing errors itself.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform.access", "platform.database", "platform.shell", "platform.text"})
@NullMarked
package org.convergence.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
