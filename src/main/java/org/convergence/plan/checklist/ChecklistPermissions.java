package org.convergence.plan.checklist;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. An item also needs the permission of its record ({@link ChecklistSubject}). */
@Component
public final class ChecklistPermissions implements PermissionCatalogue {

    /** See the items of records that one may see. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "checklist.read";

    /** Add, change and complete items of records that one may change. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "checklist.edit";
}
