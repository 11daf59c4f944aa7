package org.convergence.advocacy.position;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PositionPermissions implements PermissionCatalogue {

    /** See positions. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "position.read";

    /** Write, read over and publish positions. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "position.edit";
}
