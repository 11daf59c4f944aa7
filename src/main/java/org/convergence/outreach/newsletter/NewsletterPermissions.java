package org.convergence.outreach.newsletter;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class NewsletterPermissions implements PermissionCatalogue {

    /** See issues and what came of them. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "newsletter.read";

    /** Write issues. */
    @OfNature(PermissionNature.EDIT)
    public static final String WRITE = "newsletter.write";

    /** Send, pause, resume and stop issues, which needs the addresses of people. */
    @OfNature(PermissionNature.EDIT)
    public static final String SEND = "newsletter.send";
}
