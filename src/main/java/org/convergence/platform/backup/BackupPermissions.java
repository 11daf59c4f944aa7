package org.convergence.platform.backup;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/**
 * The permissions of this module. Administrators and coordination keep the backups; only people who may read everything
 * may download one.
 */
@Component
public final class BackupPermissions implements PermissionCatalogue {

    /** See whether the last backup was made and verified. */
    @OfNature({PermissionNature.READ, PermissionNature.ADMINISTER})
    public static final String READ = "backup.read";

    /** See all backups, make or verify one, delete those made by hand. */
    @OfNature({PermissionNature.ADMINISTER, PermissionNature.DECIDE})
    public static final String KEEP = "backup.keep";

    /** Download a copy of all the data. */
    @OfNature(PermissionNature.DECIDE)
    public static final String DOWNLOAD = "backup.download";
}
