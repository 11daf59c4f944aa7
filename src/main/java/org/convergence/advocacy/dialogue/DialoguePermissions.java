package org.convergence.advocacy.dialogue;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DialoguePermissions implements PermissionCatalogue {

    /** See decision-makers, what we asked, what they promised, and the lobby registers. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "dialogue.read";

    /** Follow decision-makers, record acts and commitments, import a list. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "dialogue.follow";

    /** Change the parameters of the lobby registers, and record what counsel decided. */
    @OfNature(PermissionNature.DECIDE)
    public static final String DECIDE = "dialogue.decide";
}
