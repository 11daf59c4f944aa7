package org.convergence.outreach.website;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class WebsitePermissions implements PermissionCatalogue {

    /** See the addresses and the settings of the website. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "website.read";

    /** Answer what visitors ask by the forms. */
    @OfNature(PermissionNature.EDIT)
    public static final String ANSWER = "website.answer";

    /** Change the settings of the website: which sites may show our forms, and what we say of us. */
    @OfNature(PermissionNature.DECIDE)
    public static final String DECIDE = "website.decide";
}
