package org.convergence.identity;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class IdentityPermissions implements PermissionCatalogue {

    /** See and end one's own sessions, tokens and passkeys. */
    public static final String OWN = "identity.own";
    /** Invite, grant, end: everyone's accounts. */
    public static final String ACCOUNTS = "identity.accounts";
    /** Say which person of the directory an account is: whoever says it knows both. */
    public static final String LINK = "identity.link";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OWN, Nature.OWN),
                new Permission(ACCOUNTS, Nature.ADMINISTER),
                new Permission(LINK, Nature.DECIDE));
    }
}
