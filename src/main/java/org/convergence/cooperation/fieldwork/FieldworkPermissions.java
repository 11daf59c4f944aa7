package org.convergence.cooperation.fieldwork;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class FieldworkPermissions implements PermissionCatalogue {

    /** Read what partners sent. */
    public static final String READ = "fieldwork.read";

    /** Give partners their page; accept what they send, or return it with a comment. */
    public static final String FOLLOW = "fieldwork.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
