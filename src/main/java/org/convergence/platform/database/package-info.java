/**
 * The one PostgreSQL database: the embedded server under the data directory or an external one, its two roles, its
 * migrations, and the words that every module writes and reads with: identifiers, refusals, cursors, JSON values. The
 * application's role owns nothing; the owner's role migrates. What a row means is not here: tables belong to the
 * modules.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"platform.access", "platform.text"})
@NullMarked
package org.convergence.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
