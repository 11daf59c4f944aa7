/**
 * Who changed what, when, by which gesture. A trigger attached to each table writes it; here it is read: the history of
 * a row, and the row as it was when somebody opened a form, for three-way conflicts. Only a redaction takes values out.
 * How a history looks is not here: the shell shows it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"platform.database"})
@NullMarked
package org.convergence.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
