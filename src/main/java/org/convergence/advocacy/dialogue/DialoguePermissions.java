package org.convergence.advocacy.dialogue;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DialoguePermissions implements PermissionCatalogue {

    /** See decision-makers, what we asked, what they promised, and the lobby registers. */
    public static final String READ = "dialogue.read";

    /** Follow decision-makers, record acts and commitments, import a list. */
    public static final String FOLLOW = "dialogue.follow";

    /** Change the parameters of the lobby registers, and record what counsel decided. */
    public static final String DECIDE = "dialogue.decide";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(FOLLOW, PermissionNature.EDIT),
                new Permission(DECIDE, PermissionNature.DECIDE));
    }
}
