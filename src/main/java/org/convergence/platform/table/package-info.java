/**
 * Reading and writing tables, as CSV and Excel workbooks, row by row, whatever their size. Main types: a {@code
 * TableWriter} exports lists; a {@code TableReader} reads uploaded files, within limits, and refuses unreadable ones
 * with a reason. The meaning of columns is left to the importing module.
 */
@ApplicationModule(
        displayName = "Table",
        allowedDependencies = {"platform.text", "platform.database"})
@NullMarked
package org.convergence.platform.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
