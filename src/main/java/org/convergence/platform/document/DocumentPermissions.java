package org.convergence.platform.document;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. The guard of the owning module decides on each document besides. */
@Component
public final class DocumentPermissions implements PermissionCatalogue {

    /** Read documents, as far as their owners' guards allow. */
    public static final String READ = "document.read";

    /** Upload files. */
    public static final String STORE = "document.store";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(STORE, PermissionNature.RECORD));
    }
}
