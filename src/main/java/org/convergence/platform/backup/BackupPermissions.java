package org.convergence.platform.backup;

import java.util.List;
import org.convergence.platform.access.Permission;
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
    public static final String READ = "backup.read";

    /** See all backups, make or verify one, delete those made by hand. */
    public static final String KEEP = "backup.keep";

    /** Download a copy of all the data. */
    public static final String DOWNLOAD = "backup.download";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ, PermissionNature.ADMINISTER),
                new Permission(KEEP, PermissionNature.ADMINISTER),
                new Permission(KEEP, PermissionNature.DECIDE),
                new Permission(DOWNLOAD, PermissionNature.DECIDE));
    }
}
