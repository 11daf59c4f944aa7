package org.convergence.resources.declaration;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DeclarationPermissions implements PermissionCatalogue {

    /** See the questions and answers of a round, and the silent organisations. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "declaration.read";

    /** Prepare a round, and remind silent organisations. */
    @OfNature(PermissionNature.EDIT)
    public static final String ASK = "declaration.ask";

    /** Approve the days on which a round is sent. */
    @OfNature(PermissionNature.DECIDE)
    public static final String APPROVE = "declaration.approve";
}
