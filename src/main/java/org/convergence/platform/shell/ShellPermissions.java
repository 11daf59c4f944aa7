package org.convergence.platform.shell;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ShellPermissions implements PermissionCatalogue {

    /** See the server's state: memory, requests, connections. */
    @OfNature(PermissionNature.ADMINISTER)
    public static final String WATCH = "shell.watch";

    /** Read the description of the API, in person or by a token. */
    @OfNature({PermissionNature.OWN, PermissionNature.READ, PermissionNature.RECORD})
    public static final String API = "shell.api";
}
