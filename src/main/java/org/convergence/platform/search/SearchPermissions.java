package org.convergence.platform.search;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SearchPermissions implements PermissionCatalogue {

    /** Use the search field; each source requires its own permission besides. */
    public static final String USE = "search.use";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(USE, PermissionNature.OWN));
    }
}
