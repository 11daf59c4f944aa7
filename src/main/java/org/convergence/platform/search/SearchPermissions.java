package org.convergence.platform.search;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SearchPermissions implements PermissionCatalogue {

    /** Use the search field; each source requires its own permission besides. */
    @OfNature(PermissionNature.OWN)
    public static final String USE = "search.use";
}
