package org.convergence.directory.consent;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ConsentPermissions implements PermissionCatalogue {

    /** See whether a person may be written to, and the basis. */
    public static final String READ = "consent.read";

    /** Record consents and withdrawals, and create a person's preferences link. */
    public static final String RECORD = "consent.record";

    /** Edit the organisation's legal settings: the charity registration day, the person in charge of personal data. */
    public static final String SETTLE = "consent.settle";

    /** Handle privacy requests and the incident register. */
    public static final String PRIVACY = "consent.privacy";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(RECORD, PermissionNature.EDIT),
                new Permission(SETTLE, PermissionNature.DECIDE),
                new Permission(PRIVACY, PermissionNature.DECIDE));
    }
}
