package org.convergence.outreach.media;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class MediaPermissions implements PermissionCatalogue {

    /** See requests, releases and pick-up. */
    public static final String READ = "media.read";

    /** Answer requests, write releases, record pick-up, and see press contacts. */
    public static final String EDIT = "media.edit";

    /** Send a release to the press, and make it public. */
    public static final String ISSUE = "media.issue";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(ISSUE, PermissionNature.DECIDE));
    }
}
