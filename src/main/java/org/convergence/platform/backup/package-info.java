/**
 * All the data in one file, and back. A backup holds every table from one instant, restores into an empty database of
 * any machine, and is verified by restoring it into a database of its own and comparing. Made each day, before each
 * migration, and by hand; rotated. The keys of sealed data are never in it, nor anything that opens a door: a migration
 * says so of its table by {@code platform.backup_leave_out}.
 */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.settings",
            "platform.shell",
            "platform.command",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
