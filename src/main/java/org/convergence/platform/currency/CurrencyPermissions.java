package org.convergence.platform.currency;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CurrencyPermissions implements PermissionCatalogue {

    /** See exchange rates. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "currency.read";

    /** Add, import and remove exchange rates. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String EDIT = "currency.edit";
}
