package org.convergence.identity;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class IdentityPermissions implements PermissionCatalogue {

    /** List and end one's own sessions, tokens and passkeys. */
    public static final String OWN = "identity.own";
    /** Manage all accounts: invite, grant roles, close. */
    public static final String ACCOUNTS = "identity.accounts";
    /** Link an account to a person of the directory; needs knowledge of both. */
    public static final String LINK = "identity.link";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OWN, PermissionNature.OWN),
                new Permission(ACCOUNTS, PermissionNature.ADMINISTER),
                new Permission(LINK, PermissionNature.DECIDE));
    }
}
