package org.convergence.platform.document;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. The guard of the owning module decides on each document besides. */
@Component
public final class DocumentPermissions implements PermissionCatalogue {

    /** Read documents, as far as their owners' guards allow. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "document.read";

    /** Upload files. */
    @OfNature({PermissionNature.RECORD, PermissionNature.MONEY})
    public static final String STORE = "document.store";
}
