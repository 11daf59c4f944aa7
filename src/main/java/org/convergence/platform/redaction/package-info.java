/**
 * Replaces a person's names in everything that the application stores: every text of every table, the audit, the files;
 * then makes the server rewrite its tables, so that no old copy of a row is left on the disk. Main terms: name
 * spellings, mention, redaction, scrubbing. Callers decide on the person and the reason; modules that know more redact
 * their own data, by {@code directory.people.IdentityReference}.
 */
@ApplicationModule(
        displayName = "Redaction",
        allowedDependencies = {"platform.audit", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
