/**
 * Lists brought in from files: a table is read and kept, its columns are recognised and corrected, what will become of
 * each line is shown with its problems, the lines are entered by work that can be stopped, reported, and for a day taken
 * back. Main words: a kind of list ({@link org.convergence.platform.imports.ImportKind}, contributed by the module that
 * owns what it becomes), a line, its outcome, its remarks, the ledger of what it made. What a column means is not here.
 */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.shell",
            "platform.table",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
