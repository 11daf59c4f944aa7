package org.convergence.plan.mailbox;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class MailboxPermissions implements PermissionCatalogue {

    /** Have a private address, and sort what one forwarded to it oneself. */
    public static final String OWN = "mailbox.own";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OWN, Nature.RECORD));
    }
}
