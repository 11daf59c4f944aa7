/**
 * Import of lists from files: a table is read and stored, its columns are recognised and corrected, the result of each
 * line is previewed with its problems, the lines are entered by a job that can be stopped, reported, and undone for a
 * day. Main terms: a kind of list ({@link org.convergence.platform.imports.ImportKind}, contributed by the module that
 * owns its records), a line, its outcome, its remarks, the ledger of created records. The kind defines the meaning of
 * columns.
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.redaction",
            "platform.shell",
            "platform.table",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
