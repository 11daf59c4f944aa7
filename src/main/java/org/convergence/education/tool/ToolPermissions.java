package org.convergence.education.tool;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ToolPermissions implements PermissionCatalogue {

    /** See tools, their copies and loans. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "tool.read";

    /** Record hand-outs. */
    @OfNature(PermissionNature.RECORD)
    public static final String RECORD = "tool.record";

    /** Change tools, editions, copies and loans. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "tool.edit";
}
