package org.convergence.directory.consent;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ConsentPermissions implements PermissionCatalogue {

    /** See whether a person may be written to, and the basis. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "consent.read";

    /** Record consents and withdrawals, and create a person's preferences link. */
    @OfNature(PermissionNature.EDIT)
    public static final String RECORD = "consent.record";

    /** Edit the organisation's legal settings: the charity registration day, the person in charge of personal data. */
    @OfNature(PermissionNature.DECIDE)
    public static final String SETTLE = "consent.settle";

    /** Handle privacy requests and the incident register. */
    @OfNature(PermissionNature.DECIDE)
    public static final String PRIVACY = "consent.privacy";
}
