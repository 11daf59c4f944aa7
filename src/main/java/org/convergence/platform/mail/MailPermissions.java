package org.convergence.platform.mail;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module, for administrators and coordination. */
@Component
public final class MailPermissions implements PermissionCatalogue {

    /** See the outbox's envelopes, try the connection, send again. */
    public static final String KEEP = "mail.keep";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(KEEP, PermissionNature.ADMINISTER), new Permission(KEEP, PermissionNature.DECIDE));
    }
}
