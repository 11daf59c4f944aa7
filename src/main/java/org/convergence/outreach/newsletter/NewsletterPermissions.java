package org.convergence.outreach.newsletter;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class NewsletterPermissions implements PermissionCatalogue {

    /** See issues and what came of them. */
    public static final String READ = "newsletter.read";

    /** Write issues. */
    public static final String WRITE = "newsletter.write";

    /** Send, pause, resume and stop issues, which needs the addresses of people. */
    public static final String SEND = "newsletter.send";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(WRITE, PermissionNature.EDIT),
                new Permission(SEND, PermissionNature.EDIT));
    }
}
