/**
 * Who changed what, when, by which gesture. A trigger attached to each table writes it; here it is read: the history of
 * a row, and the row as it was when somebody opened a form, for three-way conflicts. Only a redaction takes values out.
 * What a row means is not here: the module that owns it names its fields.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
