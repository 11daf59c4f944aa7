/**
 * The one PostgreSQL database: the embedded server under the data directory or an external one, its two roles, its
 * migrations, and the types with which every module reads and writes: identifiers, refusals, keysets, JSON values. The
 * application's role owns nothing; the owner's role migrates. Tables belong to the modules.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"platform.access", "platform.text"})
@NullMarked
package org.convergence.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
