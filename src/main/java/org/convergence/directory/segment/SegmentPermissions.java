package org.convergence.directory.segment;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SegmentPermissions implements PermissionCatalogue {

    /** See segments, their people and the reasons of exclusions. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "segment.read";

    /** Create, change and delete segments. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "segment.edit";
}
