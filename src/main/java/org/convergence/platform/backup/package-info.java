/**
 * Backup of all the data in one file, and restore. A backup holds every table from one snapshot, restores into an empty
 * database of any machine, and is verified by restoring it into a scratch database and comparing. Made each day, before
 * each migration, and by hand; rotated. It contains neither the keys of sealed data nor secrets that grant access: a
 * migration excludes such a table by {@code platform.backup_leave_out}.
 */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
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
