package org.convergence.outreach.media;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class MediaPermissions implements PermissionCatalogue {

    /** See requests, releases and pick-up. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "media.read";

    /** Answer requests, write releases, record pick-up, and see press contacts. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "media.edit";

    /** Send a release to the press, and make it public. */
    @OfNature(PermissionNature.DECIDE)
    public static final String ISSUE = "media.issue";
}
