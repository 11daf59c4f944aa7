package org.convergence.platform.backup;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class BackupPermissions implements PermissionCatalogue {

    /** See when the last backup was made and whether it was verified. */
    public static final String READ = "backup.read";

    /** Have one made. */
    public static final String MAKE = "backup.make";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, Nature.READ), new Permission(MAKE, Nature.ADMINISTER));
    }
}
