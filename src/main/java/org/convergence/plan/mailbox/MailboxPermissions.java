package org.convergence.plan.mailbox;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class MailboxPermissions implements PermissionCatalogue {

    /** Have a private address, and sort the mail that one forwarded to it. */
    public static final String OWN = "mailbox.own";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OWN, PermissionNature.RECORD));
    }
}
