package org.convergence.directory.exchange;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ExchangePermissions implements PermissionCatalogue {

    /** Read exchanges. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "exchange.read";

    /** Record, correct and delete exchanges. */
    @OfNature(PermissionNature.EDIT)
    public static final String RECORD = "exchange.record";
}
