package org.convergence.plan.mailbox;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class MailboxPermissions implements PermissionCatalogue {

    /** Have a private address, and sort the mail that one forwarded to it. */
    @OfNature(PermissionNature.RECORD)
    public static final String OWN = "mailbox.own";
}
