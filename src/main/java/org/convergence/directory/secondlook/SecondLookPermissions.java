package org.convergence.directory.secondlook;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SecondLookPermissions implements PermissionCatalogue {

    /** See who was asked to read a text, and the answers. */
    public static final String READ = "secondlook.read";

    /** Ask a person to read a text. */
    public static final String ASK = "secondlook.ask";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(ASK, PermissionNature.EDIT));
    }
}
