package org.convergence.platform.currency;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CurrencyPermissions implements PermissionCatalogue {

    /** See exchange rates. */
    public static final String READ = "currency.read";

    /** Add, import and remove exchange rates. */
    public static final String EDIT = "currency.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(EDIT, PermissionNature.MONEY));
    }
}
