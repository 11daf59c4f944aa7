package org.convergence.platform.mail;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module, for administrators and coordination. */
@Component
public final class MailPermissions implements PermissionCatalogue {

    /** See the outbox's envelopes, try the connection, send again. */
    @OfNature({PermissionNature.ADMINISTER, PermissionNature.DECIDE})
    public static final String KEEP = "mail.keep";
}
