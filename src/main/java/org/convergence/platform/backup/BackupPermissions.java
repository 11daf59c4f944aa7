package org.convergence.platform.backup;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/**
 * The acts of this module. Whoever runs the system and whoever coordinates keep the backups; only who may read everything
 * anyway may take a copy away.
 */
@Component
public final class BackupPermissions implements PermissionCatalogue {

    /** Know whether the last backup was made and verified. */
    public static final String READ = "backup.read";

    /** See them all, have one made or verified, delete those made by hand. */
    public static final String KEEP = "backup.keep";

    /** Take a copy of all the data. */
    public static final String DOWNLOAD = "backup.download";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ),
                new Permission(READ, Nature.ADMINISTER),
                new Permission(KEEP, Nature.ADMINISTER),
                new Permission(KEEP, Nature.DECIDE),
                new Permission(DOWNLOAD, Nature.DECIDE));
    }
}
