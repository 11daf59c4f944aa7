package org.convergence.platform.shell;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ShellPermissions implements PermissionCatalogue {

    /** See the server's state: memory, requests, connections. */
    public static final String WATCH = "shell.watch";

    /** Read the description of the API, in person or by a token. */
    public static final String API = "shell.api";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(WATCH, PermissionNature.ADMINISTER),
                new Permission(API, PermissionNature.OWN),
                new Permission(API, PermissionNature.READ),
                new Permission(API, PermissionNature.RECORD));
    }
}
