/**
 * Tables in and out, as CSV and as Excel workbooks, row by row, whatever their size. Main words: a {@code TableWriter}
 * gives what a list shows; a {@code TableReader} reads what people bring, within limits, and refuses in words what it
 * cannot read. Which column means what is not here: it is for the module that imports.
 */
@ApplicationModule(
        displayName = "Table",
        allowedDependencies = {"platform.text", "platform.database"})
@NullMarked
package org.convergence.platform.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
