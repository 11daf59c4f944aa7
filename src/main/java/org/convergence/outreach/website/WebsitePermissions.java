package org.convergence.outreach.website;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class WebsitePermissions implements PermissionCatalogue {

    /** See the addresses and the settings of the website. */
    public static final String READ = "website.read";

    /** Answer what visitors ask by the forms. */
    public static final String ANSWER = "website.answer";

    /** Change the settings of the website: which sites may show our forms, and what we say of us. */
    public static final String DECIDE = "website.decide";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(ANSWER, PermissionNature.EDIT),
                new Permission(DECIDE, PermissionNature.DECIDE));
    }
}
