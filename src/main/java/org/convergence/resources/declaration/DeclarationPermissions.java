package org.convergence.resources.declaration;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DeclarationPermissions implements PermissionCatalogue {

    /** See the questions and answers of a round, and the silent organisations. */
    public static final String READ = "declaration.read";

    /** Prepare a round, and remind silent organisations. */
    public static final String ASK = "declaration.ask";

    /** Approve the days on which a round is sent. */
    public static final String APPROVE = "declaration.approve";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(ASK, PermissionNature.EDIT),
                new Permission(APPROVE, PermissionNature.DECIDE));
    }
}
