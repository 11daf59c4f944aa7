/**
 * Lets something else stand for somebody's names in all that the application keeps, whichever room wrote it: every text of
 * every table, the history, the files; then has the server write its tables anew, so that no old copy of a row is left on
 * the disk. Main words: name spellings, mention, redaction, scrubbing. Who is renamed, and why, is not here; what a room knows better,
 * it does itself, by {@code directory.people.IdentityReference}.
 */
@ApplicationModule(
        displayName = "Redaction",
        allowedDependencies = {"platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
