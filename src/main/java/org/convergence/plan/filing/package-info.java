/**
 * Filings: what the organisation handed over and may no longer change. A filing has the facts behind it, as JSON with a
 * schema version, and the files made from them, each with its hash. Facts of today are compared with those filed. Main
 * words: filing, facts, difference. Which things are filed, and for which readers, is not here: a module that files has
 * a bean {@code Filings} (plan.report).
 */
@ApplicationModule(
        displayName = "Filing",
        allowedDependencies = {"platform.backup", "platform.redaction", "platform.rendering", "directory.people"})
@NullMarked
package org.convergence.plan.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
