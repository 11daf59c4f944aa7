/**
 * Every change of a row, with its actor, time and use case. A trigger on each table writes it; this module reads it:
 * the history of a row, and the row at the version on which a form was opened, for three-way conflicts. Only a
 * redaction removes values. The module that owns a table names its fields.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
