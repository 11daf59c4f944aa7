package org.convergence.directory.consent;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class ConsentPermissions implements PermissionCatalogue {

    /** Ask whether one may write to someone, and see on what it rests. */
    public static final String READ = "consent.read";

    /** Record consents and withdrawals, and make somebody's link to her preferences. */
    public static final String RECORD = "consent.record";

    /** Say what the organisation is before the law: the day it became a charity, who answers for personal data. */
    public static final String SETTLE = "consent.settle";

    /** Answer for personal data: requests, and the register of incidents. */
    public static final String PRIVACY = "consent.privacy";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ_PEOPLE),
                new Permission(RECORD, Nature.EDIT),
                new Permission(SETTLE, Nature.DECIDE),
                new Permission(PRIVACY, Nature.DECIDE));
    }
}
