package org.convergence.platform.document;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. They open its doors only: each document is guarded by the module that owns it. */
@Component
public final class DocumentPermissions implements PermissionCatalogue {

    /** Read documents, those that their owners' guards let one read. */
    public static final String READ = "document.read";

    /** Bring in files. */
    public static final String STORE = "document.store";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, Nature.READ), new Permission(STORE, Nature.RECORD));
    }
}
