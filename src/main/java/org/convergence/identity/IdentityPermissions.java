package org.convergence.identity;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class IdentityPermissions implements PermissionCatalogue {

    /** List and end one's own sessions, tokens and passkeys. */
    @OfNature(PermissionNature.OWN)
    public static final String OWN = "identity.own";
    /** Manage all accounts: invite, grant roles, close. */
    @OfNature(PermissionNature.ADMINISTER)
    public static final String ACCOUNTS = "identity.accounts";
    /** Link an account to a person of the directory; needs knowledge of both. */
    @OfNature(PermissionNature.DECIDE)
    public static final String LINK = "identity.link";
}
