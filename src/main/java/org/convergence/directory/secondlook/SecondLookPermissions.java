package org.convergence.directory.secondlook;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SecondLookPermissions implements PermissionCatalogue {

    /** See who was asked to read a text, and the answers. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "secondlook.read";

    /** Ask a person to read a text. */
    @OfNature(PermissionNature.EDIT)
    public static final String ASK = "secondlook.ask";
}
