package org.convergence.cooperation.watch;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class WatchPermissions implements PermissionCatalogue {

    /** See what may leave the team. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "watch.read";

    /** Be the team: keep items, see what stays with the team, answer proposals, write digests. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "watch.edit";
}
