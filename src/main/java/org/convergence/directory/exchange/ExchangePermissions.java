package org.convergence.directory.exchange;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ExchangePermissions implements PermissionCatalogue {

    /** Read exchanges. */
    public static final String READ = "exchange.read";

    /** Record, correct and delete exchanges. */
    public static final String RECORD = "exchange.record";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(RECORD, PermissionNature.EDIT));
    }
}
