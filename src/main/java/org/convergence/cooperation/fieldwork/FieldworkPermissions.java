package org.convergence.cooperation.fieldwork;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class FieldworkPermissions implements PermissionCatalogue {

    /** Read what partners sent. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "fieldwork.read";

    /** Give partners their page; accept what they send, or return it with a comment. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "fieldwork.follow";
}
